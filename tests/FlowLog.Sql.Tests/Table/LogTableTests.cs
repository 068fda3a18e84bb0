using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Sql.Tests.Support;

namespace FlowLog.Sql.Tests.Table;

public sealed class LogTableTests
{
    private static readonly FlowRecord Traffic = new()
    {
        AccountId = "1234",
        EniId = "eni-1",
        Flow = new(IpAddress.Parse("10.0.0.1"), IpAddress.Parse("2001:db8::1"), 50_000, 443, 6),
        Action = FlowAction.Accept,
        Packets = 2,
        Bytes = 120,
        Start = 60,
        End = 61,
    };

    private static readonly FlowRecord Silence = new() { EniId = "eni-2", Start = 120, End = 180, Status = LogStatus.NoData };

    [Fact]
    public async Task Star_ShowsEveryFieldOnce_UnderItsName()
    {
        var answer = await ChunkTable.Of([Traffic]).SqliteAsync("SELECT * FROM log");

        Assert.Equal(FlowFields.All.Select(field => field.Name), answer.Table.Columns.Select(column => column.Name));
        Assert.Equal(
            FlowFields.All.Select(field => field.Kind == FieldKind.Number ? QueryType.Integer : QueryType.Text),
            answer.Table.Columns.Select(column => column.Type));
    }

    [Fact]
    public async Task BothNamesInAnyCase_AndTheTime_AreColumns() => Assert.Equal(
        ["eni-1|eni-1|eni-1|60|60"],
        await ChunkTable.Of([Traffic]).SqliteRowsAsync("SELECT \"eni-id\", eni_id, \"ENI-ID\", __time__, START FROM log"));

    [Fact]
    public async Task WhatARecordShowsAsNothing_IsNull()
    {
        var rows = await ChunkTable.Of([Traffic, Silence]).SqliteRowsAsync(
            "SELECT eni_id, vm_id, srcaddr, dstport, bytes, action, direction, type, rule_id, icmp, skip_reason, log_status, \"end\" FROM log ORDER BY eni_id");

        Assert.Equal(["eni-1|NULL|10.0.0.1|443|120|ACCEPT|NULL|IPv4|NULL|NULL|NULL|OK|61", "eni-2|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NODATA|180"], rows);
    }

    [Theory]
    [InlineData("bytes <> 7", 1)]
    [InlineData("NOT bytes = 7", 1)]
    [InlineData("bytes IS NULL", 1)]
    [InlineData("bytes IS NOT NULL", 1)]
    [InlineData("action IS NULL", 1)]
    [InlineData("direction IS NOT NULL", 0)]
    [InlineData("vm_id IS NULL", 2)]
    [InlineData("srcaddr IS NOT NULL", 1)]
    [InlineData("bytes >= 0 OR bytes < 0", 1)]
    public async Task AConditionOnNothing_IsNeitherMetNorUnmet(string where, int rows) =>
        Assert.Equal([$"{rows}"], await ChunkTable.Of([Traffic, Silence]).SqliteRowsAsync($"SELECT count(*) FROM log WHERE {where}"));

    [Fact]
    public async Task Aggregates_LeaveNothingOut_OnlyNull() => Assert.Equal(
        ["2|1|120|120.0"],
        await ChunkTable.Of([Traffic, Silence]).SqliteRowsAsync("SELECT count(*), count(bytes), sum(bytes), avg(bytes) FROM log"));

    [Fact]
    public async Task ASearchAlone_AnswersRecords_AsManyAsTheLimitsSay()
    {
        var table = ChunkTable.Of(Enumerable.Repeat(Traffic, 250), rows: 40);

        var (all, few) = (await table.AskAsync("dstport: 443"), await table.AskAsync("dstport: 443", new() { Rows = 250 }));

        Assert.Equal((100, true), (all.Table.Rows.Count, all.Table.IsCut));
        Assert.Equal((250, false), (few.Table.Rows.Count, few.Table.IsCut));
        Assert.Equal("10.0.0.1", all.Table.Rows[0][all.Table.Columns.Select(column => column.Name).ToList().IndexOf("srcaddr")]);
    }

    [Fact]
    public async Task ATextIsStillThere_WhenItsChunkIsGone()
    {
        var records = Enumerable.Range(0, 500).Select(i => Traffic with { EniId = $"eni-{i:D3}", Flow = Traffic.Flow with { Source = IpAddress.V4((uint)i) } });

        Assert.Equal(
            ["eni-000|eni-499|0.0.0.0|0.0.1.99|eni-499"],
            await ChunkTable.Of(records, rows: 7).SqliteRowsAsync("SELECT min(eni_id), max(eni_id), min(srcaddr), max(srcaddr) FILTER (WHERE srcaddr LIKE '%.1.99'), max_by(eni_id, __time__ + CAST(substr(eni_id, 5) AS bigint)) FROM log"));
    }

    [Fact]
    public async Task ADamagedChunk_EndsTheQuery()
    {
        var chunk = ChunkEncoder.Encode(FlowColumns.Of(SomeRecords.Of(1, 300)));
        var table = new ChunkTable(chunk, chunk with { Columns = chunk.Columns.ToDictionary(column => column.Key, column => column.Key == FlowFields.DestinationPort.Id ? column.Value[..^1] : column.Value) });

        await Assert.ThrowsAsync<ChunkFormatException>(() => table.SqliteAsync("SELECT srcaddr, max(dstport) FROM log GROUP BY 1"));
    }

    [Fact]
    public async Task ALoadThatFails_EndsTheQueryWithItsException()
    {
        var table = new ChunkTable(ChunkEncoder.Encode(FlowColumns.Of([Traffic]))) { BeforeLoad = _ => throw new IOException("The disk is gone.") };

        Assert.Equal("The disk is gone.", (await Assert.ThrowsAsync<IOException>(() => table.SqliteAsync("SELECT count(*) FROM log"))).Message);
    }
}
