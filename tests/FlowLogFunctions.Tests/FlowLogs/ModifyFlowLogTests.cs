using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.FlowLogs;

[Collection(ApiCollection.Name)]
public sealed class ModifyFlowLogTests(ApiFixture api)
{
    [Fact]
    public async Task Modification_TakesEffect_AndReturnsToTheFormerState()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var path = await scene.CreateFlowLogAsync();
        var before = await scene.Account.GetAsync(path);

        var changed = (await scene.Account.PatchAsync(path, new { name = "new-name", description = "new one", aggregationInterval = 5 }, before.ETag)).Expect(HttpStatusCode.OK);

        Assert.Equal(("Modifying", "new-name", "new one", "5"), (changed.Text("status"), changed.Text("name"), changed.Text("description"), changed.Text("aggregationInterval")));
        await scene.SettleAsync();
        var after = await scene.Account.GetAsync(path);
        Assert.Equal(("Active", "new-name"), (after.Text("status"), after.Text("name")));
        Assert.Equal(before.Text("activeSince"), after.Text("activeSince"));
    }

    [Fact]
    public async Task WhatIsNotNamed_Stays()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var path = await scene.CreateFlowLogAsync(true, ("description", "keep me"), ("aggregationInterval", 1));

        (await scene.Account.PatchAsync(path, new { name = "renamed" })).Expect(HttpStatusCode.OK);
        await scene.SettleAsync();
        (await scene.Account.PatchAsync(path, new { description = "" })).Expect(HttpStatusCode.OK);

        var after = await scene.Account.GetAsync(path);
        Assert.Equal(("renamed", "", "1"), (after.Text("name"), after.Text("description"), after.Text("aggregationInterval")));
    }

    [Fact]
    public async Task WhatCannotBeChanged_IsNamed_AndNothingChanges()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var path = await scene.CreateFlowLogAsync();
        var before = await scene.Account.GetAsync(path);

        var answer = await scene.Account.PatchAsync(path, new
        {
            name = "other-name",
            resourceType = "VPC",
            resourceId = "vpc-1",
            trafficType = "Drop",
            project = "p",
            logstore = "l",
            analysisReport = true,
            tags = Array.Empty<object>(),
            resourceGroupId = "rg-1",
            colour = "red",
            aggregationInterval = 3,
        });

        Assert.Equal(
            [
                "aggregationInterval ValueNotSupported", "analysisReport NotModifiable", "colour UnknownProperty", "logstore NotModifiable", "project NotModifiable",
                "resourceGroupId NotModifiable", "resourceId NotModifiable", "resourceType NotModifiable", "tags NotModifiable", "trafficType NotModifiable",
            ],
            answer.Expect(HttpStatusCode.BadRequest, "InvalidParameter").Errors);
        Assert.Equal(before.ETag, (await scene.Account.GetAsync(path)).ETag);
    }

    [Fact]
    public async Task EmptyModification_IsRefused()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var path = await scene.CreateFlowLogAsync();

        Assert.Equal([" MissingParameter"], (await scene.Account.PatchAsync(path, "{}")).Expect(HttpStatusCode.BadRequest).Errors);
        (await scene.Account.PatchAsync(path, "[]")).Expect(HttpStatusCode.BadRequest, "MalformedJson");
    }

    [Fact]
    public async Task StaleETag_IsRefused()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var path = await scene.CreateFlowLogAsync();
        var etag = (await scene.Account.GetAsync(path)).ETag;
        (await scene.Account.PatchAsync(path, new { name = "first" }, etag)).Expect(HttpStatusCode.OK);
        await scene.SettleAsync();

        (await scene.Account.PatchAsync(path, new { name = "second" }, etag)).Expect(HttpStatusCode.PreconditionFailed, "PreconditionFailed");
        (await scene.Account.DeleteAsync(path, etag)).Expect(HttpStatusCode.PreconditionFailed);
        Assert.Equal("first", (await scene.Account.GetAsync(path)).Text("name"));
    }

    [Fact]
    public async Task ModificationsAtTheSameTime_AreMadeByOne()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var path = await scene.CreateFlowLogAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(number => scene.Account.PatchAsync(path, new { name = $"name-{number}" })));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.Expect(HttpStatusCode.Conflict, "InvalidStatus"));
    }
}
