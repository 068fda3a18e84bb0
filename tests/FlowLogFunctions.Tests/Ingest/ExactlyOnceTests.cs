using System.Text.Json;
using Azure.Data.Tables;
using FlowLog.Chunks;
using FlowLog.Ledger;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Ingest;

[Collection(ApiCollection.Name)]
public sealed class ExactlyOnceTests(ApiFixture api)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task RepeatedReorderedAndKilled_LeavesTheSameBytesAsOneCleanPass(int seed)
    {
        await using var stage = await Stage.OpenAsync(api);
        foreach (var host in Enumerable.Range(10, 3))
            await stage.EniAsync($"10.0.1.{host}", new { type = "generator", seed = host, flowsPerMinute = 300 });
        await stage.LogstoreAsync("clean");
        await stage.LogstoreAsync("rough");
        var clean = await stage.FlowLogAsync("clean");
        var rough = await stage.FlowLogAsync("rough");
        await stage.CaptureAsync(TimeSpan.FromMinutes(5));
        var messages = await stage.MessagesAsync();
        Assert.True(messages.Count >= 3);

        foreach (var message in messages)
            await stage.Get<IngestBatch>().RunAsync(Only(message, clean), default);
        var killed = await DeliverRoughlyAsync(stage, [.. messages.Select(message => Only(message, rough))], new Random(seed));

        Assert.True(killed > 0, "no worker was killed");
        var (expected, found) = (await DumpAsync(stage, "clean"), await DumpAsync(stage, "rough"));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, found);
        Assert.Equal(await DashboardAsync(stage, "clean"), await DashboardAsync(stage, "rough"));
    }

    /// <summary>Each message one to five times in random order by four workers, each killed at random storage calls; how many were.</summary>
    private static async Task<int> DeliverRoughlyAsync(Stage stage, IReadOnlyList<byte[]> messages, Random random)
    {
        var deliveries = messages.SelectMany(message => Enumerable.Repeat(message, random.Next(1, 6))).OrderBy(_ => random.Next()).ToList();
        var killed = 0;
        var work = deliveries.Select(message => (Message: message, Dice: new Random(random.Next()))).ToList();
        await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (delivery, stop) =>
        {
            // The queue gives a message to another worker until one is done with it.
            while (!await SurvivesAsync(stage, delivery.Message, delivery.Dice, stop))
                Interlocked.Increment(ref killed);
        });
        return killed;
    }

    private static async Task<bool> SurvivesAsync(Stage stage, byte[] message, Random dice, CancellationToken stop)
    {
        stage.Kills.Dies = () => dice.Next(6) == 0;
        try
        {
            await stage.Get<IngestBatch>().RunAsync(message, stop);
            return true;
        }
        catch (WorkerKilledException)
        {
            return false;
        }
    }

    private static byte[] Only(byte[] message, string flowLog) =>
        BatchMessage.Encode(BatchMessage.Decode(message) with { FlowLogIds = [flowLog] });

    /// <summary>Every entity of a Logstore with every property, but for what storage itself adds.</summary>
    private static async Task<IReadOnlyList<string>> DumpAsync(Stage stage, string logstore)
    {
        var id = await stage.LogstoreIdAsync(logstore);
        var tables = stage.Get<StorageClients>().Tables;
        var lines = new List<string>();
        foreach (var day in await stage.Get<LogstoreTables>().DaysAsync(id, default))
        {
            await foreach (var entity in tables.GetTableClient(LogstoreKeys.Table(id, day)).QueryAsync<TableEntity>())
                lines.Add($"{day} " + string.Join(' ', entity.Where(pair => pair.Key is not ("odata.etag" or "Timestamp")).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(Text)));
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static string Text(KeyValuePair<string, object> property) =>
        $"{property.Key}={(property.Value is byte[] bytes ? Convert.ToBase64String(property.Key == ChunkRow.Statements ? Nameless(bytes) : bytes) : property.Value)}";

    /// <summary>Statements without the names of flow logs, of which each of the two Logstores has its own.</summary>
    private static byte[] Nameless(byte[] statements) => StatementCodec.Encode(
        [.. StatementCodec.Decode(statements).Select(one => one with { FlowLogs = [.. one.FlowLogs.Select(share => share with { FlowLogId = "" })] })]);

    private static async Task<string> DashboardAsync(Stage stage, string logstore)
    {
        var path = $"api/projects/{stage.Project}/logstores/{logstore}/dashboard?from={stage.Time.Seconds - 3600}&to={stage.Time.Seconds}";
        var answer = (await stage.Account.GetAsync(path)).Expect(System.Net.HttpStatusCode.OK).Json;
        // What it took is another each time.
        return JsonSerializer.Serialize(answer.EnumerateObject().Where(property => property.Name != "statistics").ToDictionary(property => property.Name, property => property.Value));
    }
}
