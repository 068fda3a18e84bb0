using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Query.Grouping;
using FlowLog.Scan;

namespace FlowLog.Tests.Query.Grouping;

public class GroupRunTests
{
    private static readonly FlowField[] Numbers = [FlowFields.Bytes, FlowFields.Packets, FlowFields.Start, FlowFields.TcpFlags, FlowFields.End];

    private static readonly Measure[] EveryMeasure =
    [
        new(MeasureKind.Count), new(MeasureKind.Count, 0), new(MeasureKind.Sum, 0), new(MeasureKind.Minimum, 0), new(MeasureKind.Maximum, 1), new(MeasureKind.Average, 1),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task RandomQueries_AnswerAsRecordByRecord(int threads)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var records = TrafficRows.Of(seed, random.Next(1, 3000));
            var table = ChunkTable.Of(records, random.Next(1, 2500), stayOpen: seed % 2 == 0);
            var keys = Enumerable.Range(0, random.Next(0, 7)).Select(_ => Key(random)).ToList();
            var values = Enumerable.Range(0, 2).Select(_ => Numbers[random.Next(Numbers.Length)]).ToList();
            var query = new GroupQuery
            {
                Selections = [new(FlowPredicate.Between(FlowFields.DestinationPort, 0, 40_000), keys, values)],
                Measures = [.. EveryMeasure.OrderBy(_ => random.Next()).Take(random.Next(1, 6))],
                Limit = random.Next(2) == 0 ? int.MaxValue : random.Next(1, 20),
                Offset = random.Next(3) == 0 ? random.Next(10) : 0,
            };
            var columns = keys.Count + query.Measures.Count;
            query = query with { Order = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => new GroupOrder(random.Next(columns), random.Next(2) == 0))] };

            await AssertAsync(query, records, table, threads, record => record.Status == LogStatus.Ok && record.Flow.DestinationPort <= 40_000);
        }
    }

    [Fact]
    public async Task SeveralSelections_FillTheSameGroups()
    {
        var records = TrafficRows.Of(7, 5000);
        var query = new GroupQuery
        {
            Selections =
            [
                new(FlowPredicate.All, [new(FlowFields.Source)], [FlowFields.Bytes]),
                new(FlowPredicate.Equal(FlowFields.Protocol, 6), [new(FlowFields.Destination)], [FlowFields.Packets]),
            ],
            Measures = [new(MeasureKind.Sum, 0), new(MeasureKind.Count)],
            Order = [new(1, true)],
            Limit = 10,
        };

        await AssertAsync(query, records, ChunkTable.Of(records, 700), 2, _ => true, record => record.Status == LogStatus.Ok && record.Flow.Protocol == 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task MoreGroupsThanATableHolds_ArePutAsideAndTogether(int threads)
    {
        var random = new Random(3);
        var rows = new FlowColumns(400_000);
        rows.Set(FlowFields.Source, [.. Enumerable.Range(0, rows.Count).Select(_ => IpAddress.V4((uint)random.Next(300_000)))]);
        rows.Set(FlowFields.DestinationPort, [.. Enumerable.Range(0, rows.Count).Select(_ => (long)random.Next(2))]);
        rows.Set(FlowFields.Bytes, [.. Enumerable.Range(0, rows.Count).Select(row => (long)row)]);
        var half = Enumerable.Range(0, rows.Count / 2).ToList();
        var table = new ChunkTable([ChunkEncoder.Encode(rows.Pick(half)), ChunkEncoder.Encode(rows.Pick([.. half.Select(row => row + half.Count)]))]);
        var query = new GroupQuery
        {
            Selections = [new(FlowPredicate.All, [new(FlowFields.Source), new(FlowFields.DestinationPort)], [FlowFields.Bytes])],
            Measures = [new(MeasureKind.Sum, 0), new(MeasureKind.Count)],
            Order = [new(2, true)],
            Limit = 50,
        };

        var answer = await GroupRun.RunAsync(query, table, threads, default);

        var expected = Enumerable.Range(0, rows.Count)
            .GroupBy(row => (Address: rows.Addresses(FlowFields.Source)[row], Port: rows.Numbers(FlowFields.DestinationPort)[row]))
            .Select(group => (group.Key, Bytes: group.Sum(row => rows.Numbers(FlowFields.Bytes)[row]), Count: group.LongCount()))
            .OrderByDescending(group => group.Bytes).ThenBy(group => group.Key.Address.ToString(), StringComparer.Ordinal).ThenBy(group => group.Key.Port)
            .Take(50).Select(group => new object?[] { group.Key.Address.ToString(), group.Key.Port, group.Bytes, group.Count });
        Assert.Equal(expected, answer.Table.Rows);
        Assert.Equal(400_000, answer.Counts.Matches);
    }

    [Fact]
    public async Task MoreGroupsThanMayBePutAside_AreRefused()
    {
        var rows = new FlowColumns(200_000);
        rows.Set(FlowFields.Bytes, [.. Enumerable.Range(0, rows.Count).Select(row => (long)row * 1_000_000)]);
        rows.Set(FlowFields.SourcePort, [.. Enumerable.Range(0, rows.Count).Select(row => row % 65536L)]);
        var query = new GroupQuery { Selections = [new(FlowPredicate.All, [new(FlowFields.Bytes), new(FlowFields.SourcePort)], [])], Measures = [new(MeasureKind.Count)] };

        var refused = await Assert.ThrowsAsync<QueryLimitException>(() => GroupRun.RunAsync(query, new ChunkTable([ChunkEncoder.Encode(rows)]), 1, default, memory: 1000));

        Assert.Equal("TooManyGroups", refused.Code);
    }

    [Fact]
    public async Task NoRecords_MakeOneGroupOnlyWithoutKeys()
    {
        var table = new ChunkTable([]);
        var query = new GroupQuery { Selections = [new(FlowPredicate.All, [], [FlowFields.Bytes])], Measures = [new(MeasureKind.Count), new(MeasureKind.Sum, 0)] };

        Assert.Equal([[0L, null]], (await GroupRun.RunAsync(query, table, 2, default)).Table.Rows);
        query = query with { Selections = [query.Selections[0] with { Keys = [new(FlowFields.Protocol)] }] };
        Assert.Empty((await GroupRun.RunAsync(query, table, 2, default)).Table.Rows);
    }

    [Fact]
    public async Task ASumBeyond64Bits_IsAnError()
    {
        var rows = new FlowColumns(3);
        rows.Set(FlowFields.Bytes, [long.MaxValue, 1, 1]);
        var table = new ChunkTable([ChunkEncoder.Encode(rows)]);
        foreach (GroupKey[] keys in (GroupKey[][])[[], [new(FlowFields.Protocol)]])
        {
            var query = new GroupQuery { Selections = [new(FlowPredicate.All, keys, [FlowFields.Bytes])], Measures = [new(MeasureKind.Sum, 0)] };
            await Assert.ThrowsAsync<OverflowException>(() => GroupRun.RunAsync(query, table, 1, default));
        }
    }

    [Fact]
    public async Task ColumnsThatAChunkLacks_AreZeroes()
    {
        var rows = new FlowColumns(3);
        rows.Set(FlowFields.Bytes, [1, 2, 3]);
        var query = new GroupQuery
        {
            Selections = [new(FlowPredicate.All, [.. FlowFields.All.Select(field => new GroupKey(field)).Take(GroupRun.MaxKeys)], [FlowFields.Packets])],
            Measures = [new(MeasureKind.Sum, 0), new(MeasureKind.Count)],
        };

        var row = Assert.Single((await GroupRun.RunAsync(query, new ChunkTable([ChunkEncoder.Encode(rows)]), 1, default)).Table.Rows);

        Assert.Equal([0L, 3L], row[^2..]);
        Assert.Equal("0.0.0.0", row[9]);
    }

    [Fact]
    public async Task APortBeyondItsField_IsDamage()
    {
        var rows = new FlowColumns(2);
        rows.Set(FlowFields.DestinationPort, [443, 70_000]);
        var query = new GroupQuery { Selections = [new(FlowPredicate.All, [new(FlowFields.DestinationPort)], [])], Measures = [new(MeasureKind.Count)] };

        await Assert.ThrowsAsync<ChunkFormatException>(() => GroupRun.RunAsync(query, new ChunkTable([ChunkEncoder.Encode(rows)]), 1, default));
    }

    private static GroupKey Key(Random random)
    {
        var field = FlowFields.All[random.Next(FlowFields.All.Count)];
        return field.Kind == FieldKind.Number && random.Next(3) == 0 ? new(field, random.Next(1, 400)) : new(field);
    }

    private static async Task AssertAsync(GroupQuery query, List<FlowRecord> records, ChunkTable table, int threads, params Func<FlowRecord, bool>[] where)
    {
        var answer = await GroupRun.RunAsync(query, table, threads, default);
        Assert.Equal(NaiveGroups.Of(query, records, where), answer.Table.Rows);
    }
}
