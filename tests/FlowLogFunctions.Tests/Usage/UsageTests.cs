using System.Net;
using System.Text.Json;
using FlowLog.Flows;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Tests.Support;
using FlowLogFunctions.Usage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FlowLogFunctions.Tests.Usage;

[Collection(ApiCollection.Name)]
public sealed class UsageTests(ApiFixture api)
{
    private static readonly object[] DropTelnet = [new { direction = "ingress", protocol = "tcp", portRange = "23/23", policy = "drop", sourceCidr = "0.0.0.0/0" }];

    [Fact]
    public async Task Records_AreMeteredOnce_HoweverOftenTheyComeAndHoweverTheyLie()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 3, flowsPerMinute = 60 });
        await stage.LogstoreAsync("flows");
        await stage.LogstoreAsync("plain", report: false);
        await stage.FlowLogAsync("flows");
        await stage.FlowLogAsync("plain", trafficType: "Drop");
        await stage.CaptureAsync(TimeSpan.FromMinutes(20));
        var messages = await stage.MessagesAsync();
        foreach (var message in messages.Concat(messages))
            await stage.Get<IngestBatch>().RunAsync(message, default);

        var usage = await UsageAsync(stage);
        stage.Time.Now += TimeSpan.FromHours(2);
        await stage.Get<KeepHours>().RunAsync(default);
        var merged = await UsageAsync(stage);

        var records = await stage.RecordsAsync("flows");
        var flows = Assert.Single(usage.Items, item => item.Logstore == "flows");
        Assert.Equal(records.Count, flows.Records);
        Assert.Equal(RecordTextSize.Of(FlowColumns.Of(records)), flows.BytesIndexed);
        Assert.Equal(0, Assert.Single(usage.Items, item => item.Logstore == "plain").BytesIndexed);
        Assert.Equal(3 * messages.Count, usage.Items.Sum(item => item.QueueTransactions));
        Assert.Equal(messages.Count, flows.TableTransactions);
        Assert.True(flows.BytesWritten > 0);
        Assert.Equal(usage.Items, merged.Items);
    }

    [Theory]
    [InlineData("All", 1)]
    [InlineData("Drop", 10)]
    public async Task Estimate_IsWhatTheMeterShowsLater(string trafficType, int minutes)
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 3, flowsPerMinute = 400 }, DropTelnet);
        await stage.EniAsync("10.0.1.11", new { type = "generator", seed = 4, flowsPerMinute = 100 });
        await stage.LogstoreAsync("flows");

        // Whole windows: the first one is not cut by the flow log's beginning.
        stage.Time.Now = DateTimeOffset.FromUnixTimeSeconds(CaptureWindow.Floor(stage.Time.Seconds, 600) + 600);
        var estimate = await EstimateAsync(stage, trafficType, minutes);
        await stage.FlowLogAsync("flows", trafficType, minutes);
        for (var step = 0; step < 60 / minutes; step++)
            await stage.CaptureAsync(TimeSpan.FromMinutes(minutes));
        await stage.CaptureAsync(TimeSpan.FromSeconds(30));
        await stage.IngestAsync();

        var usage = (await UsageAsync(stage)).Total;
        Assert.Equal(2, estimate.SampledEnis);
        Assert.InRange(estimate.Seen.Records, 0.9 * usage.Records, 1.1 * usage.Records);
        Assert.InRange(estimate.Seen.BytesWritten, 0.9 * usage.BytesWritten, 1.1 * usage.BytesWritten);
        Assert.InRange(estimate.Seen.BytesIndexed, 0.9 * usage.BytesIndexed, 1.1 * usage.BytesIndexed);
        Assert.InRange(estimate.Seen.QueueTransactions, 0.9 * usage.QueueTransactions, 1.1 * usage.QueueTransactions);
        Assert.InRange(estimate.Month.Records, 0.99 * 720 * estimate.Seen.Records, 1.01 * 720 * estimate.Seen.Records);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EstimateOfACaptureFile_IsWhatTheMeterShowsOfIt(bool shift)
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "pcap" });
        await stage.LogstoreAsync("flows");
        await stage.PutCaptureAsync(eni, "office.pcap", Pcaps.Of([.. Packets(stage.Time.Seconds - 3600)]), shift);

        var estimate = await EstimateAsync(stage, "All", 1);
        await stage.FlowLogAsync("flows");
        await stage.CaptureAsync(TimeSpan.FromMinutes(12));
        await stage.IngestAsync();

        var written = (await stage.RecordsAsync("flows")).Count(record => record.Status == LogStatus.Ok);
        Assert.Equal(written, estimate.Seen.Records);
        Assert.InRange(estimate.Seen.Seconds, 600, 660);
    }

    [Fact]
    public async Task Estimate_SaysAllThatIsWrong()
    {
        await using var stage = await Stage.OpenAsync(api);

        var answer = await stage.Account.PostAsync("api/flowlogs/estimate", new { resourceType = "Subnet", resourceId = "vpc-1", project = "p", sampleMinutes = 5 });

        answer.Expect(HttpStatusCode.BadRequest, "InvalidParameter");
        Assert.Equal(
            ["logstore MissingParameter", "resourceType ValueNotSupported", "sampleMinutes ValueNotSupported", "trafficType MissingParameter"], answer.Errors);
    }

    [Fact]
    public async Task EstimateOfNothing_IsNothing()
    {
        await using var stage = await Stage.OpenAsync(api);

        var answer = (await stage.Account.PostAsync(
            "api/flowlogs/estimate", new { resourceType = "VPC", resourceId = stage.VpcId, trafficType = "All" })).Expect(HttpStatusCode.OK);

        Assert.Equal(0, answer.Json.GetProperty("enis").GetInt32());
        Assert.Equal(0, answer.Json.GetProperty("month").GetProperty("cost").GetProperty("total").GetDouble());
    }

    [Fact]
    public async Task Usage_RefusesAnImpossibleTime()
    {
        var answer = await api.NewAccount().GetAsync("api/usage?from=2026-11-22T00:00:00Z&to=2026-11-21T00:00:00Z&colour=red");

        answer.Expect(HttpStatusCode.BadRequest, "InvalidParameter");
        Assert.Equal(["colour UnknownParameter", "from InvalidTimeRange"], answer.Errors);
    }

    private static IEnumerable<PcapPacket> Packets(long start) =>
        Enumerable.Range(0, 600).SelectMany(second => Enumerable.Range(0, 3).Select(flow =>
            new PcapPacket(start + second, $"198.51.100.{1 + flow}", "10.0.1.10", 1024 + (second / 7), 443, 100 + second)));

    private static async Task<FlowLogEstimate> EstimateAsync(Stage stage, string trafficType, int minutes)
    {
        var body = JsonSerializer.SerializeToElement(new
        {
            name = "proposed",
            resourceType = "VPC",
            resourceId = stage.VpcId,
            trafficType,
            project = stage.Project,
            logstore = "flows",
            aggregationInterval = minutes,
        });
        var outcome = await stage.Get<EstimateFlowLog>().RunAsync(new Caller(stage.Account.AccountId, null, stage.Scope.Region), new BodyReader(body), default);
        Assert.True(outcome.Is(out var estimate, out var refusal), refusal?.Detail);
        return estimate;
    }

    private static async Task<UsageAnswer> UsageAsync(Stage stage)
    {
        var query = new QueryReader(new QueryCollection(new Dictionary<string, StringValues>
        {
            ["from"] = stage.Time.Now.AddDays(-1).ToString("O"),
        }));
        var outcome = await stage.Get<ReadUsage>().RunAsync(new Caller(stage.Account.AccountId, null, stage.Scope.Region), query, default);
        Assert.True(outcome.Is(out var usage, out var refusal), refusal?.Detail);
        return usage;
    }
}
