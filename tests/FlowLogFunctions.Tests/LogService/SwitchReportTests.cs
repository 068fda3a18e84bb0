using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.LogService;

[Collection(ApiCollection.Name)]
public sealed class SwitchReportTests(ApiFixture api)
{
    [Fact]
    public async Task ReportTurnedOn_StartsNow_AndCutsTheDefaultRetention()
    {
        var account = api.NewAccount();
        var path = await account.CreateLogstoreAsync("turned-on");
        var before = DateTimeOffset.UtcNow;

        var on = (await account.PutAsync($"{path}/report")).Expect(HttpStatusCode.OK);

        Assert.Equal(("True", "7"), (on.Text("report"), on.Text("ttlDays")));
        Assert.InRange(on.Json.GetProperty("reportSince").GetDateTimeOffset(), before.AddSeconds(-1), DateTimeOffset.UtcNow.AddSeconds(1));
        Assert.Equal(on.ETag, (await account.GetAsync(path)).ETag);
    }

    [Fact]
    public async Task ChosenRetention_StaysWithTheReport()
    {
        var account = api.NewAccount();
        var path = await account.CreateLogstoreAsync("chosen");
        await account.PatchAsync(path, new { ttlDays = 300 });

        Assert.Equal("300", (await account.PutAsync($"{path}/report")).Text("ttlDays"));
        Assert.Equal("300", (await account.DeleteAsync($"{path}/report")).Text("ttlDays"));
    }

    [Fact]
    public async Task ReportThatIsOn_IsRefused_AndKeepsItsStart()
    {
        var account = api.NewAccount();
        var path = await account.CreateLogstoreAsync("twice");
        var on = await account.PutAsync($"{path}/report");

        (await account.PutAsync($"{path}/report")).Expect(HttpStatusCode.Conflict, "ReportAlreadyOn");

        Assert.Equal(on.Text("reportSince"), (await account.GetAsync(path)).Text("reportSince"));
    }

    [Fact]
    public async Task ReportTurnedOff_CanBeTurnedOnAgain()
    {
        var account = api.NewAccount();
        var path = await account.CreateLogstoreAsync("off");
        (await account.DeleteAsync($"{path}/report")).Expect(HttpStatusCode.Conflict, "ReportAlreadyOff");
        await account.PutAsync($"{path}/report");

        var off = (await account.DeleteAsync($"{path}/report")).Expect(HttpStatusCode.OK);

        Assert.Equal(("False", "300", null), (off.Text("report"), off.Text("ttlDays"), off.Text("reportSince")));
        (await account.PutAsync($"{path}/report")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ReportTurnedOnAtTheSameTime_IsTurnedOnOnce()
    {
        var account = api.NewAccount();
        var path = await account.CreateLogstoreAsync("race");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => account.PutAsync($"{path}/report")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.Expect(HttpStatusCode.Conflict, "ReportAlreadyOn"));
    }

    [Fact]
    public async Task StaleETag_IsRefused()
    {
        var account = api.NewAccount();
        var path = await account.CreateLogstoreAsync("etag");
        var etag = (await account.GetAsync(path)).ETag;
        await account.PatchAsync(path, new { description = "changed" });

        (await account.DeleteAsync($"{path}/report", etag)).Expect(HttpStatusCode.PreconditionFailed);
    }
}
