using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;
using FlowLog.Sql.Tests.Support;

namespace FlowLog.Sql.Tests.Table;

/// <summary>What a query does not need is not read.</summary>
public sealed class PushdownTests
{
    /// <summary>Three chunks, an hour each, with ports and addresses of their own.</summary>
    private static ChunkTable ThreeHours() => new([.. Enumerable.Range(0, 3).Select(Hour)]);

    private static Chunk Hour(int hour) => ChunkEncoder.Encode(FlowColumns.Of([.. Enumerable.Range(0, 100).Select(i => new FlowRecord
    {
        EniId = $"eni-{hour}",
        Start = SomeRecords.Start + (hour * 3_600) + i,
        End = SomeRecords.Start + (hour * 3_600) + i,
        Flow = new(IpAddress.Parse($"10.{hour}.0.{i}"), IpAddress.Parse("192.168.0.1"), 50_000, (ushort)(1_000 * (hour + 1)), 6),
        Action = hour == 2 ? FlowAction.Reject : FlowAction.Accept,
        Bytes = 100,
    })]));

    [Theory]
    [InlineData("dstport = 1000", 100)]
    [InlineData("dstport IN (1000, 7)", 100)]
    [InlineData("dstport IN (SELECT 1000)", 100)]
    [InlineData("dstport < 1500.5", 100)]
    [InlineData("dstport = '1000'", 100)]
    [InlineData("1000 = dstport", 100)]
    [InlineData("dstport BETWEEN 900 AND 1100", 100)]
    [InlineData("dstport = 1000.5", 0)]
    [InlineData("dstport > 9e30", 0)]
    [InlineData("dstport = NULL", 0)]
    [InlineData("__time__ < 1767229200", 100)]
    [InlineData("start >= 1767225600 AND start < 1767229200", 100)]
    [InlineData("action = 'REJECT'", 100)]
    [InlineData("action <> 'ACCEPT'", 100)]
    [InlineData("action = '-'", 0)]
    [InlineData("action = 'nothing'", 0)]
    [InlineData("srcaddr = 'no address'", 0)]
    [InlineData("srcaddr = '010.0.0.1'", 0)]
    [InlineData("\"eni-id\" = ''", 0)]
    public async Task AConditionOnNumbersAndNames_SparesChunks(string where, int rows)
    {
        var table = ThreeHours();

        var answer = await table.SqliteAsync($"SELECT count(*) FROM log WHERE {where}");

        Assert.Equal((long)rows, answer.Table.Rows[0][0]);
        Assert.Equal((rows, 300 - rows, rows), (answer.Counts.Rows, answer.Counts.SkippedRows, answer.Counts.Matches));
        Assert.Equal(rows / 100, table.Loads.Count);
    }

    [Theory]
    [InlineData("srcaddr = '10.1.0.7'", 1)]
    [InlineData("ip_in_cidr(srcaddr, '10.1.0.0/24')", 100)]
    [InlineData("ip_in_cidr(srcaddr, '10.0.0.0/15')", 200)]
    [InlineData("\"eni-id\" = 'eni-1'", 100)]
    [InlineData("eni_id IN ('eni-1', 'eni-7')", 100)]
    [InlineData("eni_id <> 'eni-1'", 200)]
    [InlineData("eni_id IS NOT NULL AND srcaddr = '10.1.0.7'", 1)]
    public async Task AConditionOnTextsAndAddresses_SparesRows(string where, int rows)
    {
        var answer = await ThreeHours().SqliteAsync($"SELECT count(*) FROM log WHERE {where}");

        Assert.Equal((long)rows, answer.Table.Rows[0][0]);
        Assert.Equal(rows, answer.Counts.Matches);
    }

    [Fact]
    public async Task OnlyColumnsThatAreNamed_AreLoaded()
    {
        var table = ThreeHours();

        await table.SqliteAsync("SELECT sum(bytes) FROM log WHERE dstport = 2000");

        int[] expected = [FlowFields.Bytes.Id, FlowFields.DestinationPort.Id, FlowFields.Status.Id];
        Assert.Equal(expected.Order(), Assert.Single(table.Loads).Order());
    }

    [Fact]
    public async Task CountingRows_LoadsNoColumn()
    {
        var table = ThreeHours();

        var answer = await table.SqliteAsync("SELECT count(*)");

        Assert.Equal(300L, answer.Table.Rows[0][0]);
        Assert.All(table.Loads, Assert.Empty);
        Assert.Equal(0, answer.Counts.Bytes);
    }

    [Fact]
    public async Task SearchAndRangeOfTime_AreAppliedFirst()
    {
        var table = ThreeHours();
        var within = FlowPredicate.Between(FlowFields.Start, SomeRecords.Start + 3_600, SomeRecords.Start + 3_609);

        var answer = await table.SqliteAsync("srcaddr: 10.1.0.0/29 | SELECT count(*)", within: within);

        Assert.Equal(8L, answer.Table.Rows[0][0]);
        Assert.Equal((1, 2), (answer.Counts.Chunks, answer.Counts.SkippedChunks));
    }

    [Fact]
    public async Task ALimitWithoutOrder_EndsTheScan()
    {
        var table = new ChunkTable([.. Enumerable.Range(0, 50).Select(Hour)]);

        var answer = await table.SqliteAsync("SELECT dstport FROM log LIMIT 5");

        Assert.Equal(5, answer.Table.Rows.Count);
        Assert.Equal(1, answer.Counts.Chunks);
        Assert.InRange(table.Loads.Count, 1, 6);
    }

    [Fact]
    public async Task SeveralCursors_GoThroughTheTableAtOnce()
    {
        var rows = await ThreeHours().SqliteRowsAsync("SELECT a.dstport, count(*) FROM log a JOIN log b ON a.start = b.start AND b.dstport = 2000 WHERE a.dstport = 2000 GROUP BY 1 UNION ALL SELECT 0, count(*) FROM log");

        Assert.Equal(["2000|100", "0|300"], rows);
    }

    [Theory]
    [InlineData("dstport = 1000 OR dstport = 2000", 200)]
    [InlineData("dstport = 1000 OR eni_id = 'eni-0'", 100)]
    [InlineData("srcaddr = '10.0.0.1' OR dstport = 1000", 100)]
    public async Task AnOr_TellsNoRowTwice(string where, int rows) =>
        Assert.Equal([$"{rows}"], await ThreeHours().SqliteRowsAsync($"SELECT count(*) FROM log WHERE {where}"));
}
