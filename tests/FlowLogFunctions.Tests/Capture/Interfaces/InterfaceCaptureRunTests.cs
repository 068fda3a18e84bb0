using System.Net;
using FlowLog.Flows;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Capture.Interfaces;
using FlowLogFunctions.Network;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Capture.Interfaces;

[Collection(ApiCollection.Name)]
public sealed class InterfaceCaptureRunTests(ApiFixture api)
{
    [NamespacesFact]
    public async Task ActiveFlowLog_CapturesAtOnce_AndRecordsAddUp()
    {
        using var link = new HostLink();
        await using var stage = await Stage.OpenAsync(api);
        var eni = await CoveredAsync(stage, link);

        link.Send(300);
        await stage.CaptureAsync(TimeSpan.FromMinutes(4));
        await stage.IngestAsync();

        var records = await stage.RecordsAsync("flows");
        var flows = records.Where(record => record.Flow.DestinationPort >= 1000 && record.Status == LogStatus.Ok).ToList();
        Assert.Equal((300, 18_000), (flows.Sum(flow => flow.Packets), flows.Sum(flow => flow.Bytes)));
        Assert.All(flows, flow => Assert.Equal((eni, Direction.In, FlowAction.Reject), (flow.EniId, flow.Direction, flow.Action)));
        Assert.Contains($"{link.Name} was not captured before", records.First(record => record.Status == LogStatus.SkipData).SkipReason, StringComparison.Ordinal);
        Assert.Equal(LogStatus.NoData, records[^1].Status);
    }

    [NamespacesFact]
    public async Task HostStart_CapturesWhatFlowLogsCover()
    {
        using var link = new HostLink();
        await using var stage = await Stage.OpenAsync(api);
        await CoveredAsync(stage, link);
        await using var restarted = stage.Restarted();

        await restarted.Get<InterfaceCoverage>().BeginAsync(stage.Scope, default);

        Assert.Equal(1, restarted.Get<InterfaceCaptures>().Count);
    }

    [NamespacesFact]
    public async Task KilledAnywhere_HandsEachPacketOverOnce()
    {
        const int Datagrams = 9000;
        using var link = new HostLink();
        await using var stage = await Stage.OpenAsync(api);
        await CoveredAsync(stage, link);
        link.Send(Datagrams);
        var dice = new Random(4);

        stage.Kills.Dies = () => dice.Next(25) == 0;
        for (var run = 0; run < 30; run++)
            await stage.CaptureAsync(TimeSpan.FromSeconds(6)).ContinueWith(_ => { }, TaskScheduler.Default);
        stage.Kills.Dies = null;
        await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        await stage.IngestAsync();

        Assert.Equal(Datagrams, (await stage.RecordsAsync("flows")).Where(record => record.Flow.DestinationPort >= 1000).Sum(record => record.Packets));
    }

    [NamespacesFact]
    public async Task RestartInTheMiddleOfAStep_LosesWithAReasonAndDoublesNothing()
    {
        const int Datagrams = 59_000;
        using var link = new HostLink();
        await using var stage = await Stage.OpenAsync(api);
        await CoveredAsync(stage, link);
        link.Send(Datagrams, new Random(6));

        // The step's plan is saved and the first of its messages is sent; then the process ends.
        var calls = 0;
        stage.Kills.DiesAt = request => request.Uri.ToUri().AbsolutePath.EndsWith("/messages", StringComparison.Ordinal) && ++calls > 1;
        stage.Time.Now += TimeSpan.FromMinutes(4);
        var covered = Assert.Single(await stage.Get<Coverage>().OfAsync(stage.Scope, default));
        await Assert.ThrowsAsync<WorkerKilledException>(() => stage.Get<CaptureEni>().StepAsync(new(stage.Scope, covered), mayStep: true, new CaptureTally(), default));
        stage.Kills.DiesAt = null;
        await using var restarted = stage.Restarted();
        await restarted.CaptureAsync(TimeSpan.Zero);
        await stage.IngestAsync();

        var records = await stage.RecordsAsync("flows");
        var ports = records.Where(record => record.Flow.DestinationPort >= 1000).Select(record => record.Flow.DestinationPort).ToList();
        Assert.Equal(ports.Count, ports.Distinct().Count());
        Assert.InRange(ports.Count, 1, Datagrams - 1);
        var missing = records.Where(record => record.Status == LogStatus.SkipData && record.SkipReason.Contains("(60 of 60 s not observed)", StringComparison.Ordinal));
        Assert.Subset(missing.Select(record => record.Start).ToHashSet(), records.Where(record => record.Flow.DestinationPort >= 1000).Select(record => CaptureWindow.Floor(record.Start, 60)).ToHashSet());
    }

    [Fact]
    public async Task InterfaceThatIsNotThere_IsRefusedWithWhatThereIs()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "pcap" });
        var before = await stage.Account.GetAsync($"api/enis/{eni}");

        var answer = await stage.Account.PatchAsync($"api/enis/{eni}", new { trafficSource = new Dictionary<string, string> { ["type"] = "interface", ["interface"] = "nosuch0" } });

        answer.Expect(HttpStatusCode.Conflict, "InterfaceNotCapturable");
        if (OperatingSystem.IsLinux())
            Assert.Matches("no network interface nosuch0.* it has .*lo", answer.Text("detail"));
        Assert.Equal(before.Json.ToString(), (await stage.Account.GetAsync($"api/enis/{eni}")).Json.ToString());
    }

    /// <summary>An ENI at the machine's end of the link, under an active flow log, and being captured.</summary>
    private static async Task<string> CoveredAsync(Stage stage, HostLink link)
    {
        var eni = await stage.EniAsync("10.0.1.10", new Dictionary<string, string> { ["type"] = "interface", ["interface"] = link.Name });
        await stage.LogstoreAsync("flows", report: false);
        await stage.FlowLogAsync("flows");
        Assert.Equal(1, stage.Get<InterfaceCaptures>().Count);
        var found = (await stage.Get<EniStore>().FindAsync(stage.Scope, eni, default))!.Value;
        await CapturedInterface.UntilAsync(() => stage.Get<InterfaceCaptures>().Ask(stage.Scope, found).IsReading, () => "not reading");
        return eni;
    }
}
