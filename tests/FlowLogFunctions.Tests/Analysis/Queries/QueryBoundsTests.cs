using System.Net;
using FlowLog.Scan;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Analysis.Queries;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Tests.Analysis.Queries;

[Collection(ApiCollection.Name)]
public sealed class QueryBoundsTests(ApiFixture api)
{
    public static TheoryData<string> Calls => ["histogram", "top", "groups?by=srcaddr", "query?query=*"];

    [Theory, MemberData(nameof(Calls))]
    public async Task ReportOff_IsRefused(string call)
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("plain", report: false);

        (await stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/plain/{call}")).Expect(HttpStatusCode.Conflict, "IndexConfigNotExist");
    }

    [Theory, MemberData(nameof(Calls))]
    public async Task AnotherAccountsLogstore_IsNotThere(string call)
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");

        (await api.NewAccount().GetAsync($"api/projects/{stage.Project}/logstores/flows/{call}")).Expect(HttpStatusCode.NotFound, "ProjectNotExist");
    }

    [Theory]
    [InlineData("histogram?from=5&to=5&buckets=0", "InvalidParameter", "buckets ValueNotSupported", "from InvalidTimeRange")]
    [InlineData("top?field=colour&by=weight&limit=0", "InvalidParameter", "by ValueNotSupported", "field ValueNotSupported", "limit ValueNotSupported")]
    [InlineData("groups", "InvalidParameter", "by MissingParameter")]
    [InlineData("groups?by=srcaddr,srcaddr,nothing&order=time", "InvalidParameter", "by MoreThanOnce", "by ValueNotSupported", "order ValueNotSupported")]
    [InlineData("groups?by=a,b,c,d,e,f,g,h,i&limit=10001", "InvalidParameter", "by TooMany", "by ValueNotSupported", "by ValueNotSupported", "by ValueNotSupported", "by ValueNotSupported", "by ValueNotSupported", "by ValueNotSupported", "by ValueNotSupported", "by ValueNotSupported", "by ValueNotSupported", "limit ValueNotSupported")]
    [InlineData("top?more=1", "InvalidParameter", "more UnknownParameter")]
    public async Task BadParameters_AreNamedAllAtOnce(string path, string code, params string[] errors)
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");

        Assert.Equal(errors, (await stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/flows/{path}")).Expect(HttpStatusCode.BadRequest, code).Errors);
    }

    [Theory]
    [InlineData("histogram?")]
    [InlineData("top?")]
    [InlineData("groups?by=srcaddr&")]
    public async Task SearchThatDoesNotParse_IsRefusedAtItsPlace(string call)
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");

        var answer = await stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/flows/{call}query=" + Uri.EscapeDataString("action: REJECT\nand colour: red"));

        var error = Assert.Single(answer.Expect(HttpStatusCode.BadRequest, "InvalidQueryString").Json.GetProperty("errors").EnumerateArray());
        Assert.Equal(
            ("query", 2, 5, 6),
            (error.GetProperty("field").GetString(), error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32(), error.GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task TakesTooLong_IsRefused()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");
        var analyse = new AnalyseLogstore(
            api.Get<LogstoreStore>(), ActivatorUtilities.CreateInstance<QueryGate>(api.Services, Options.Create(new AnalysisOptions { Seconds = 1 })), api.Get<LogstoreWork>());

        var outcome = await analyse.RunAsync<int>(new(stage.Account.AccountId, null, stage.Scope.Region), stage.Project, "flows", new(0, 1), NeverAsync, default);

        Assert.False(outcome.Is(out _, out var refusal));
        Assert.Equal((400, "QueryTooLarge"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task Cancelled_NothingIsAnswered()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");
        using var stop = new CancellationTokenSource();

        var answer = api.Get<AnalyseLogstore>().RunAsync<int>(new(stage.Account.AccountId, null, stage.Scope.Region), stage.Project, "flows", new(0, 1), async (scope, cancellation) =>
        {
            await stop.CancelAsync();
            return await NeverAsync(scope, cancellation);
        }, stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task TooManyAtOnce_TheRestIsSentAway()
    {
        using var turns = new QueryTurns(Options.Create(new AnalysisOptions { Parallelism = 1 }));
        Assert.True((await turns.TakeAsync(TimeSpan.Zero, default)).Is(out var turn, out _));

        Assert.False((await turns.TakeAsync(TimeSpan.Zero, default)).Is(out _, out var refusal));
        turn.Dispose();

        Assert.Equal((503, "ServerBusy"), (refusal.Status, refusal.Code));
        Assert.True(refusal.RetryAfterSeconds > 0);
        Assert.True((await turns.TakeAsync(TimeSpan.Zero, default)).Is(out _, out _));
    }

    private static async Task<(int Value, ScanCounts Counts)> NeverAsync(QueryScope scope, CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        return default;
    }
}
