using System.IO.Compression;
using System.Text;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions.Tests.Attacks.Support;
using FlowLogFunctions.Tests.Capture.CloudLogs;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>Foreign flow logs that are small and become something huge, or say what none may: it is said, memory stays as it is, and other ENIs are captured.</summary>
[Collection(AttackCollection.Name)]
public sealed class CloudLogAttacks(AttackFixture api)
{
    private const string Header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n";
    private const string Interface = "eni-attacked";
    private const string Records = """{"records":[{"category":"FlowLogFlowEvent","flowLogVersion":4,"x":""";

    /// <summary>Loose: other tests run in the same process. Logs that are held whole, four at a time, are seen all the same.</summary>
    private const long MostGrowth = 1L << 30;

    private static readonly int Megabytes = LongRuns.IsLong ? 1024 : 32;

    private static readonly long Recently = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 60 * 60;

    /// <summary>What is written where a log belongs, and what a SKIPDATA record says of it; nothing where the log says nothing wrong.</summary>
    private static IReadOnlyDictionary<string, (Func<byte[]> Log, string? Said)> AzureLogs { get; } = new Dictionary<string, (Func<byte[]>, string?)>
    {
        ["nested"] = (() => Bytes(Records + new string('[', 100_000)), "TooDeep"),
        ["nested objects"] = (() => Bytes(Records + string.Concat(Enumerable.Repeat("{\"a\":", 100_000))), "TooDeep"),
        ["text of a gigabyte"] = (() => Gzip(Records + "\"", 1024, 'a'), "TextTooLong"),
        ["name of a gigabyte"] = (() => Gzip("{\"records\":[{\"category\":\"FlowLogFlowEvent\",\"", 1024, 'a'), "TextTooLong"),
        ["number of a gigabyte"] = (() => Gzip(Records, 1024, '7'), "BadJson"),
        ["tuple of a megabyte"] = (() => Bytes(Tuples($"1709287200000,{new string('9', 1_000_000)},b")), "cannot be read"),
        ["counters of a thousand digits"] = (() => Bytes(Tuples($"1709287200000,10.0.1.10,10.0.0.5,1,2,6,O,E,NX,1,{new string('9', 1000)},0,0")), "BadCounter"),
        ["time without end"] = (() => Bytes(Tuples("9223372036854775807,10.0.1.10,10.0.0.5,1,2,6,O,E,NX,1,60,0,0")), "cannot be read"),
        ["blanks"] = (() => Gzip(Records, Megabytes, ' '), "Truncated"),
        ["zeros"] = (() => Gzip("", 1024, '\0'), "NotAFlowLog"),
        ["gzip in gzip"] = (() => Gzip(Gzip("", 64, '\0')), "NotAFlowLog"),
        ["gzip that breaks off"] = (() => Gzip(Records + "1", 16, ' ')[..2000], "Truncated"),
        ["records of nothing"] = (() => Bytes(Records + "0}" + string.Concat(Enumerable.Repeat(",{}", 2_000_000)) + "]}"), null),
        ["properties of nothing"] = (() => Bytes(Records + "0" + string.Concat(Enumerable.Repeat(",\"rule\":\"\"", 500_000)) + "}]}"), null),
        ["lists of nothing"] = (() => Bytes(Records + "[" + string.Join(',', Enumerable.Repeat("[]", 1_000_000)) + "]}]}"), null),
    };

    private static IReadOnlyDictionary<string, (Func<byte[]> Log, string? Said)> AwsLogs { get; } = new Dictionary<string, (Func<byte[]>, string?)>
    {
        ["lines of nothing"] = (() => Gzip(Header, Megabytes, '\n'), null),
        ["line of a gigabyte"] = (() => Gzip(Header, 1024, 'a'), "TooLong"),
        ["a million blanks"] = (() => Bytes(Header + new string(' ', 1_000_000) + "\n"), "TooLong"),
        ["numbers of a thousand digits"] = (() => Bytes(Header + Line(0).Replace(" 100 ", $" {new string('9', 1000)} ", StringComparison.Ordinal)), "BadCounter"),
        ["header of many columns"] = (() => Bytes("version srcaddr dstaddr start " + string.Join(' ', Enumerable.Range(0, 200_000).Select(column => $"c{column}")) + "\n" + Line(0)), "cannot be read"),
        ["a header a line"] = (() => Bytes(string.Concat(Enumerable.Repeat(Header, 100_000))), null),
        ["windows without data"] = (() => Bytes(Header + string.Concat(Enumerable.Range(0, 200_000).Select(n => $"2 1 {Interface} - - - - - - - {Recently - n} {Recently - n + 60} - NODATA\n"))), "150000 statements without data"),
        ["windows that were skipped"] = (() => Bytes(Header + string.Concat(Enumerable.Range(0, 200_000).Select(n => $"2 1 {Interface} - - - - - - - {Recently + (n % 100)} {Recently + n} - SKIPDATA\n"))), null),
        ["zeros"] = (() => Gzip("", 1024, '\0'), "NotAFlowLog"),
    };

    [Fact]
    public async Task AzuresLogs_EndAndTakeNoMemory()
    {
        await using var cloud = await CloudStage.OpenAsync(api, new { type = "vnet-flow-logs" });
        var other = await cloud.Stage.EniAsync("10.0.1.11", new { type = "generator", seed = 7, flowsPerMinute = 5 });
        var enis = new Dictionary<string, string>();
        foreach (var (number, (name, attack)) in AzureLogs.Index())
        {
            var mac = FormattableString.Invariant($"{cloud.Mac[..6]}F{number:X5}");
            enis[await cloud.EniAsync($"10.0.1.{100 + number}", mac)] = name;
            await AzureLogWriter.VNet(cloud.Blobs, cloud.Now - 3600, mac).PutBytesAsync(attack.Log());
            await AzureLogWriter.VNet(cloud.Blobs, cloud.Now, mac).AddAsync(AzureLogWriter.Record(mac, "UserRule_web", cloud.Tuple(cloud.Now, 1, 100)));
        }

        var records = await CapturedAsync(cloud);

        Assert.Contains(records, record => record.EniId == other && record.Status == LogStatus.Ok);
        foreach (var (eni, name) in enis)
        {
            var own = records.Where(record => record.EniId == eni).ToList();
            AssertSaid(name, AzureLogs[name].Said, own.Select(record => record.SkipReason).Where(reason => reason.StartsWith("flow log ", StringComparison.Ordinal)));
            Assert.True(own.Exists(record => (record.Flow.SourcePort, record.Bytes) == (1, 100)), $"{name}: what came later is not there");
        }
    }

    [Fact]
    public async Task AwssLogs_EndAndTakeNoMemory()
    {
        await using var cloud = await CloudStage.OpenAsync(api, new { type = "aws-flow-logs", interfaceId = Interface });
        var other = await cloud.Stage.EniAsync("10.0.1.11", new { type = "generator", seed = 7, flowsPerMinute = 5 });
        await using var logs = await AwsLogsOf(cloud, [.. AwsLogs.Select(attack => attack.Value.Log()), Bytes(Header + Line(7, cloud.Now - 60))]);

        var records = await CapturedAsync(cloud);

        Assert.Contains(records, record => record.EniId == other && record.Status == LogStatus.Ok);
        Assert.Contains(records, record => (record.Flow.SourcePort, record.Bytes) == (7, 100));
        foreach (var (number, (name, attack)) in AwsLogs.Index())
            AssertSaid(name, attack.Said, records.Select(record => record.SkipReason).Where(reason => reason.StartsWith($"flow log {number}.log: ", StringComparison.Ordinal)));
        // Each window once, however many lines say it.
        Assert.InRange(records.Count(record => record.SkipReason.StartsWith("AWS skipped", StringComparison.Ordinal)), 2, 3);
    }

    [Fact]
    public async Task MoreFlowsThanAreHeld_AreHandedOnEarly_AndCountOnce()
    {
        await using var cloud = await CloudStage.OpenAsync(api, new { type = "aws-flow-logs", interfaceId = Interface });
        var flows = (AttackFixture.MaxFlows * 5) + 1;
        await using var logs = await AwsLogsOf(cloud, Bytes(Header + string.Concat(Enumerable.Range(1, flows).Select(port => Line(port, cloud.Now - 60)))));

        await cloud.CaptureAsync();
        var messages = await cloud.Stage.MessagesAsync();
        foreach (var message in messages)
            await cloud.Stage.Get<FlowLogFunctions.Ingest.IngestBatch>().RunAsync(message, default);

        Assert.Contains(messages.Select(message => BatchMessage.Decode(message)), batch => batch.Id.Contains("-early", StringComparison.Ordinal));
        var records = (await cloud.RecordsAsync()).Where(record => record.Status == LogStatus.Ok).ToList();
        Assert.Equal((flows, flows, flows * 100L), (records.Count, records.Select(record => record.Flow).Distinct().Count(), records.Sum(record => record.Bytes)));
    }

    [Fact]
    public async Task PropertiesThatComeTwice_CountTwice()
    {
        await using var cloud = await CloudStage.OpenAsync(api, new { type = "vnet-flow-logs" });
        var (one, two) = ($"\"flowTuples\":[\"{cloud.Tuple(cloud.Now, 1, 100)}\"]", $"\"flowTuples\":[\"{cloud.Tuple(cloud.Now, 2, 200)}\"]");
        await AzureLogWriter.VNet(cloud.Blobs, cloud.Now, cloud.Mac).AddAsync(
            $$$"""{"category":"FlowLogFlowEvent","category":"x","macAddress":"{{{cloud.Mac}}}","flowRecords":{"flows":[{"flowGroups":[{"rule":"a","rule":"b",{{{one}}},{{{two}}}}]}]}}""");

        await cloud.CaptureAsync(2);

        Assert.Equal(["1:100", "2:200"], await cloud.FlowsAsync());
    }

    private static async Task<IReadOnlyList<FlowRecord>> CapturedAsync(CloudStage cloud)
    {
        var before = GC.GetTotalMemory(true);
        using (var watch = new MemoryWatch())
        {
            // Steps of an ENI go on until its logs are read.
            await cloud.CaptureAsync(2);
            Assert.InRange(watch.Most - before, long.MinValue, MostGrowth);
        }

        return await cloud.RecordsAsync();
    }

    private static void AssertSaid(string name, string? said, IEnumerable<string> reasons)
    {
        var all = string.Join('\n', reasons.Distinct());
        Assert.True(said is null ? all.Length == 0 : all.Contains(said, StringComparison.Ordinal), $"{name}: {said} was expected, not:\n{all}");
    }

    private static async Task<Removed> AwsLogsOf(CloudStage cloud, params byte[][] logs)
    {
        var container = cloud.Blobs.GetBlobContainerClient("aws-flow-logs");
        await container.CreateIfNotExistsAsync();
        foreach (var (number, log) in logs.Index())
            await container.UploadBlobAsync($"{number}.log", new MemoryStream(log));
        return new(() => container.DeleteAsync());
    }

    private static string Line(int flow, long start = 1_700_000_000) => FormattableString.Invariant(
        $"2 1 {Interface} 10.0.1.10 203.0.113.5 {flow % 65_536} 443 6 1 100 {start} {start + 50} ACCEPT OK\n");

    private static string Tuples(string tuple) => $$$"""{"records":[{"category":"FlowLogFlowEvent","flowRecords":{"flows":[{"flowGroups":[{"flowTuples":["{{{tuple}}}"]}]}]}}]}""";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzip(string head, int megabytes, char letter)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Bytes(head));
            var megabyte = new byte[1 << 20];
            Array.Fill(megabyte, (byte)letter);
            for (var count = 0; count < megabytes; count++)
                gzip.Write(megabyte);
        }

        return packed.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }

    /// <summary>The container of AWS's logs is read by every ENI.</summary>
    private sealed class Removed(Func<Task> remove) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await remove();
    }
}
