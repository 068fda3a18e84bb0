using System.Buffers.Binary;
using System.Numerics;
using Azure.Data.Tables;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Attacks.Support;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>Chunks in storage that lie about themselves, with checksums that fit: all that reads them names the chunk, and reads others.</summary>
[Collection(ApiCollection.Name)]
public sealed class DamagedChunkAttacks(ApiFixture api)
{
    private static readonly byte[] Endless = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1];

    private static readonly string[] Calls =
    [
        "records?from=0&to=4000000000",
        "query?from=0&to=4000000000&query=" + "* | SELECT sum(bytes), max(srcaddr), max(eni_id) FROM log",
        "query?from=0&to=4000000000&query=" + "* | SELECT a.bytes, b.srcaddr, a.eni_id FROM log a, log b WHERE a.bytes <> b.bytes",
        "query?from=0&to=4000000000&query=" + "bytes > 1 and srcaddr: 10.0.0.0/8 and eni-id: eni*",
        "histogram?from=1700000000&to=1700086400&query=" + "bytes > 1 and srcaddr: 10.0.0.0/8 and eni-id: eni*",
        "groups?from=0&to=4000000000&by=bytes,srcaddr,eni-id",
        "top?from=0&to=4000000000&field=srcaddr&query=" + "bytes > 1 and eni-id: eni*",
    ];

    private static readonly (string Name, Action<TableEntity> Damage)[] Lies =
    [
        ("bytes-that-changed", entity => ((byte[])entity[ChunkRow.Column(FlowFields.Bytes.Id)])[1] ^= 4),
        ("billions-of-rows", entity => entity[ChunkRow.Rows] = int.MaxValue),
        ("fewer-rows", entity => entity[ChunkRow.Rows] = 1),
        ("endless-runs", entity => Write(entity, FlowFields.Bytes.Id, [2, .. Endless, .. Endless, .. Endless])),
        ("endless-dictionary", entity => Write(entity, FlowFields.Bytes.Id, [4, .. Endless, .. Endless])),
        ("endless-texts", entity => Write(entity, FlowFields.EniId.Id, [6, .. Endless, .. Endless])),
        ("endless-addresses", entity => Write(entity, ChunkLimits.AddressesId, [7, .. Endless, .. Endless])),
        ("relative-to-itself", entity => Write(entity, FlowFields.Bytes.Id, [5, 0, 0, (byte)FlowFields.Bytes.Id, 1, 0])),
        ("of-another-format", entity => Write(entity, FlowFields.Bytes.Id, [200, 1, 2, 3])),
    ];

    [Fact]
    public async Task IsNamed_AndOthersAreRead()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 7, flowsPerMinute = 20 });
        string[] logstores = [.. Lies.Select(lie => lie.Name), "whole"];
        foreach (var logstore in logstores)
        {
            await stage.LogstoreAsync(logstore);
            await stage.FlowLogAsync(logstore);
        }

        await stage.CaptureAsync(TimeSpan.FromMinutes(2));
        await stage.IngestAsync();
        foreach (var (name, damage) in Lies)
            await DamageAsync(stage, name, damage);

        var findings = new Findings();
        foreach (var logstore in logstores)
        {
            foreach (var call in Calls)
            {
                var range = FormattableString.Invariant($"from={stage.Time.Seconds - 7200}&to={stage.Time.Seconds + 60}");
                var path = $"/api/projects/{stage.Project}/logstores/{logstore}/{call.Replace("from=1700000000&to=1700086400", range, StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal)}";
                var answer = await new Attacker(api.Address, stage.Account.Authorization).SendAsync("GET", path);
                var isAsExpected = logstore == "whole" ? answer.Status == 200 : answer is { Status: 409, Code: "DataDamaged" } && answer.Body.Contains("(chunk ", StringComparison.Ordinal);
                if (!isAsExpected)
                    findings.Add($"{logstore} {call}:\n{answer}");
            }
        }

        findings.AssertNone();
    }

    [Fact]
    public async Task DamagedAggregates_AreMadeAnewOfTheRecords()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 7, flowsPerMinute = 20 });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        await stage.CaptureAsync(TimeSpan.FromMinutes(2));
        await stage.IngestAsync();
        var path = FormattableString.Invariant($"api/projects/{stage.Project}/logstores/flows/dashboard?from={stage.Time.Seconds - 3600}&to={stage.Time.Seconds}");
        var before = (await stage.Account.GetAsync(path)).Expect(System.Net.HttpStatusCode.OK);

        await DamageAsync(stage, "flows", entity =>
        {
            foreach (var (name, value) in entity.Where(property => property.Key is ['a', >= '0' and <= '9', ..]).ToList())
                entity[name] = ((byte[])value)[..(((byte[])value).Length / 2)];
        });

        var after = (await stage.Account.GetAsync(path)).Expect(System.Net.HttpStatusCode.OK);
        Assert.NotEqual("0", before.Json.GetProperty("totals").GetProperty("packets").GetRawText());
        foreach (var drawn in new[] { "totals", "accepted", "rejected", "traffic", "protocols", "sources", "destinations", "destinationPorts", "enis" })
            Assert.Equal(before.Json.GetProperty(drawn).GetRawText(), after.Json.GetProperty(drawn).GetRawText());
    }

    private static async Task DamageAsync(Stage stage, string logstore, Action<TableEntity> damage)
    {
        var id = await stage.LogstoreIdAsync(logstore);
        var hours = new[] { stage.Time.Seconds - 3600, stage.Time.Seconds }.Select(time => CaptureWindow.Floor(time, 3600));
        foreach (var name in hours.Select(hour => LogstoreKeys.Table(id, hour)).Distinct())
        {
            var table = stage.Get<StorageClients>().Tables.GetTableClient(name);
            await foreach (var entity in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"n ge 1")).OrNone(default))
            {
                damage(entity);
                await table.UpdateEntityAsync(entity, entity.ETag, TableUpdateMode.Replace);
            }
        }
    }

    /// <summary>A column with a checksum that fits.</summary>
    private static void Write(TableEntity entity, int column, byte[] content)
    {
        var crc = BitOperations.Crc32C(BitOperations.Crc32C(uint.MaxValue, (byte)column), (uint)entity.GetInt32(ChunkRow.Rows)!.Value);
        foreach (var one in content)
            crc = BitOperations.Crc32C(crc, one);
        var sealedColumn = new byte[content.Length + 4];
        content.CopyTo(sealedColumn, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(sealedColumn.AsSpan(content.Length), ~crc);
        entity[ChunkRow.Column(column)] = sealedColumn;
    }
}
