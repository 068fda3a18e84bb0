using System.Net;
using FlowLog.Flows;

namespace FlowLogFunctions.Tests.Support;

/// <summary>A stage with a Logstore of generated records, of windows without traffic too, and what of them queries may see.</summary>
internal sealed class AnalysedStage : IAsyncDisposable
{
    /// <summary>All time.</summary>
    public const string Always = "from=0&to=4000000000";

    private AnalysedStage(Stage stage) => Stage = stage;

    public Stage Stage { get; }

    public IReadOnlyList<FlowRecord> Records { get; private set; } = [];

    public string Path => $"api/projects/{Stage.Project}/logstores/flows";

    /// <summary>The records that say something of traffic.</summary>
    public IReadOnlyList<FlowRecord> Flows => [.. Records.Where(record => record.Status == LogStatus.Ok)];

    public static async Task<AnalysedStage> OpenAsync(ApiFixture api, int enis = 3, int minutes = 4)
    {
        var stage = await Stage.OpenAsync(api);
        foreach (var host in Enumerable.Range(10, enis))
            await stage.EniAsync($"10.0.1.{host}", new { type = "generator", seed = host, flowsPerMinute = 60 });
        await stage.EniAsync("10.0.1.99", new { type = "pcap" });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        await stage.CaptureAsync(TimeSpan.FromMinutes(minutes));
        await stage.IngestAsync();
        return new(stage) { Records = await stage.RecordsAsync("flows") };
    }

    public async Task<ApiAnswer> GetAsync(string path) => (await Stage.Account.GetAsync($"{Path}/{path}")).Expect(HttpStatusCode.OK);

    public ValueTask DisposeAsync() => Stage.DisposeAsync();
}
