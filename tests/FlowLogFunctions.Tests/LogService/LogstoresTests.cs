using System.Net;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.LogService;

[Collection(ApiCollection.Name)]
public sealed class LogstoresTests(ApiFixture api)
{
    [Fact]
    public async Task NewLogstore_HasTheDefaults()
    {
        var account = api.NewAccount();
        var project = await account.CreateProjectAsync("defaults");

        var made = (await account.PostAsync($"{project}/logstores", new { name = "flow_logs" })).Expect(HttpStatusCode.Created);

        Assert.Equal($"/{project}/logstores/flow_logs?regionId=cn-hangzhou", made.Location);
        Assert.Equal("300", made.Text("ttlDays"));
        Assert.Equal("False", made.Text("report"));
        Assert.Equal("", made.Text("description"));
        Assert.Null(made.Text("reportSince"));
        Assert.Null(made.Text("id"));
        Assert.Equal(made.ETag, (await account.GetAsync(made.Location!)).Expect(HttpStatusCode.OK).ETag);
        Assert.Single((await account.GetAsync($"{project}/logstores")).Items);
    }

    [Theory]
    [InlineData(true, null, 7)]
    [InlineData(false, null, 300)]
    [InlineData(true, 90, 90)]
    [InlineData(true, 300, 300)]
    [InlineData(false, 1, 1)]
    [InlineData(false, 3650, 3650)]
    public async Task Retention_IsTheChosenOne_ElseByTheReport(bool report, int? ttlDays, int expected)
    {
        var account = api.NewAccount();
        var body = new Dictionary<string, object> { ["name"] = "ttl", ["report"] = report };
        if (ttlDays is { } days)
            body["ttlDays"] = days;

        var logstore = await account.GetAsync(await account.CreateLogstoreAsync("ttl", body));

        Assert.Equal($"{expected}", logstore.Text("ttlDays"));
        Assert.Equal(report, logstore.Text("reportSince") is not null);
    }

    [Fact]
    public async Task BadRequest_NamesAllProblems()
    {
        var account = api.NewAccount();
        var project = await account.CreateProjectAsync("bad");

        var answer = await account.PostAsync($"{project}/logstores", """{"name":"-x","ttlDays":0,"report":"yes","description":null,"shardCount":2}""");

        Assert.Equal(
            ["description WrongType", "name Malformed", "report WrongType", "shardCount UnknownProperty", "ttlDays ValueNotSupported"],
            answer.Expect(HttpStatusCode.BadRequest, "InvalidParameter").Errors);
    }

    [Theory]
    [InlineData("3651")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1e99")]
    public async Task RetentionOutOfBounds_IsRefused(string ttlDays)
    {
        var account = api.NewAccount();
        var path = await account.CreateLogstoreAsync("bounds");

        var answer = (await account.PatchAsync(path, $$"""{"ttlDays":{{ttlDays}}}""")).Expect(HttpStatusCode.BadRequest);

        Assert.Equal(["ttlDays ValueNotSupported"], answer.Errors);
    }

    [Fact]
    public async Task NameThatIsTaken_IsRefused()
    {
        var account = api.NewAccount();
        var project = await account.CreateProjectAsync("twice");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => account.PostAsync($"{project}/logstores", new { name = "same" })));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => answer.Expect(HttpStatusCode.Conflict, "LogstoreAlreadyExist"));
    }

    [Fact]
    public async Task Logstore201_IsRefused()
    {
        var account = api.NewAccount();
        var path = await account.CreateProjectAsync("full");
        var project = path["api/projects/".Length..];
        var partition = ControlKeys.Partition(new Scope(account.AccountId, "cn-hangzhou"));
        for (var number = 0; number < 199; number++)
            await api.Get<ControlTable>().PutAsync(
                partition, LogstoreStore.Row(project, $"l{number:D3}"), new Logstore("id", project, $"l{number:D3}", "", 300, default, null, false), default);
        (await account.PostAsync($"{path}/logstores", new { name = "the-last" })).Expect(HttpStatusCode.Created);

        (await account.PostAsync($"{path}/logstores", new { name = "too-many" })).Expect(HttpStatusCode.Conflict, "ProjectQuotaExceed");
    }

    [Fact]
    public async Task LogstoreMadeAgain_HasAnotherId_AndTheOldOneIsToBeCleaned()
    {
        var account = api.NewAccount();
        var scope = new Scope(account.AccountId, "cn-hangzhou");
        var path = await account.CreateLogstoreAsync("again");
        var (project, stores) = ($"again-{account.AccountId}", api.Get<LogstoreStore>());
        var first = (await stores.FindAsync(scope, project, "again", default))!.Value;

        (await account.DeleteAsync(path)).Expect(HttpStatusCode.NoContent);
        (await account.PostAsync($"api/projects/{project}/logstores", new { name = "again" })).Expect(HttpStatusCode.Created);

        var second = (await stores.FindAsync(scope, project, "again", default))!.Value;
        Assert.Matches("^[a-z][a-z0-9]{11}$", first.Id);
        Assert.NotEqual(first.Id, second.Id);
        var dropped = Assert.Single(await stores.DroppedAsync(default).Where(row => row.AccountId == account.AccountId).ToListAsync());
        Assert.Equal(first.Id, dropped.Id);
    }

    [Fact]
    public async Task DeletionThatACrashCutShort_DoesNotGiveTheLiveLogstoreToCleaning()
    {
        var account = api.NewAccount();
        var scope = new Scope(account.AccountId, "cn-hangzhou");
        await account.CreateLogstoreAsync("live");
        var stores = api.Get<LogstoreStore>();
        var live = (await stores.FindAsync(scope, $"live-{account.AccountId}", "live", default))!.Value;

        await stores.NoteDropAsync(scope, live, DateTimeOffset.UnixEpoch, default);

        Assert.Empty(await stores.DroppedAsync(default).Where(row => row.AccountId == account.AccountId).ToListAsync());
    }

    [Fact]
    public async Task Modification_ChangesRetentionAndDescriptionOnly()
    {
        var account = api.NewAccount();
        var path = await account.CreateLogstoreAsync("modify");

        (await account.PatchAsync(path, new { ttlDays = 30, description = "thirty" })).Expect(HttpStatusCode.OK);

        var changed = await account.GetAsync(path);
        Assert.Equal(("30", "thirty"), (changed.Text("ttlDays"), changed.Text("description")));
        Assert.Equal(["name NotModifiable", "report NotModifiable"], (await account.PatchAsync(path, new { ttlDays = 1, name = "x", report = true })).Expect(HttpStatusCode.BadRequest).Errors);
        Assert.Equal([" MissingParameter"], (await account.PatchAsync(path, new { })).Expect(HttpStatusCode.BadRequest).Errors);
        Assert.Equal(changed.ETag, (await account.GetAsync(path)).ETag);
    }

    [Fact]
    public async Task StaleETag_IsRefused()
    {
        var account = api.NewAccount();
        var path = await account.CreateLogstoreAsync("stale");
        var etag = (await account.GetAsync(path)).ETag;
        (await account.PatchAsync(path, new { ttlDays = 2 }, etag)).Expect(HttpStatusCode.OK);

        (await account.PatchAsync(path, new { ttlDays = 3 }, etag)).Expect(HttpStatusCode.PreconditionFailed);
        (await account.PutAsync($"{path}/report", null)).Expect(HttpStatusCode.OK);
        (await account.DeleteAsync(path, etag)).Expect(HttpStatusCode.PreconditionFailed);
        (await account.GetAsync(path)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task WhatIsMissing_IsNamed()
    {
        var account = api.NewAccount();
        var project = await account.CreateProjectAsync("missing");

        (await account.GetAsync($"{project}/logstores/none")).Expect(HttpStatusCode.NotFound, "LogStoreNotExist");
        (await account.DeleteAsync($"{project}/logstores/none")).Expect(HttpStatusCode.NotFound, "LogStoreNotExist");
        (await account.PutAsync($"{project}/logstores/none/report")).Expect(HttpStatusCode.NotFound, "LogStoreNotExist");
        (await account.PatchAsync($"{project}/logstores/No%7CName", new { ttlDays = 1 })).Expect(HttpStatusCode.NotFound, "LogStoreNotExist");
        (await account.GetAsync("api/projects/none/logstores/none")).Expect(HttpStatusCode.NotFound, "ProjectNotExist");
    }
}
