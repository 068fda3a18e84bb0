using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;
using FlowLog.Tests.Chunks;

namespace FlowLog.Tests.Scan;

public class ChunkScanTests
{
    public static TheoryData<int, int> SeedsAndRows()
    {
        var data = new TheoryData<int, int> { { 500, 9_000 }, { 501, 4_096 }, { 502, 2_048 } };
        for (var seed = 0; seed < 40; seed++)
            data.Add(seed, seed switch { < 8 => 1 + seed, < 16 => 252 + seed, _ => 61 * seed });
        return data;
    }

    [Theory]
    [MemberData(nameof(SeedsAndRows))]
    public void AnyPredicate_FindsTheRowsThatADecodedChunkHas(int seed, int count)
    {
        var random = new Random(seed);
        var chunk = ChunkEncoder.Encode(WithStatus(SomeRows.OfAnyShape(seed, count), random));
        var rows = ChunkDecoder.Decode(chunk, FlowFields.All);
        var predicates = new SomePredicates(random, rows);
        for (var round = 0; round < 25; round++)
        {
            var predicate = predicates.Tree(round % 4);
            var expected = Enumerable.Range(0, count).Where(row => PlainAnswer.Of(predicate, rows, row) == true).ToList();

            Assert.Equal(expected, Found(chunk, predicate));
            SameRows.Equal(rows.Pick(expected), MatchingRows.Of(chunk, new ScanPlan(predicate, FlowFields.All), default));
        }
    }

    [Fact]
    public void TrafficFields_DoNotFindRecordsWithoutTraffic()
    {
        var chunk = ChunkEncoder.Encode(FlowColumns.Of(
            [new FlowRecord { Status = LogStatus.NoData }, new FlowRecord { Flow = new(default, default, 0, 80, 6) }, new FlowRecord { Flow = new(default, default, 0, 443, 6) }]));
        var port = FlowPredicate.Equal(FlowFields.DestinationPort, 443);

        Assert.Single(Found(chunk, port));
        Assert.Single(Found(chunk, new Not(port)));
        Assert.Equal(2, Found(chunk, FlowPredicate.Or(port, new Not(port))).Count);
        Assert.Equal(3, Found(chunk, FlowPredicate.Equal(FlowFields.Version, 1)).Count);
    }

    [Fact]
    public void SameFields_FindsRowsOfWhichBothSaySo()
    {
        FlowRecord[] records =
        [
            new() { Flow = new(IpAddress.Parse("10.0.0.1"), IpAddress.Parse("10.0.0.1"), 123, 123, 17) },
            new() { Flow = new(IpAddress.Parse("10.0.0.1"), IpAddress.None, 123, 53, 17) },
            new() { Status = LogStatus.NoData },
        ];
        var (ports, addresses) = (new SameFields(FlowFields.SourcePort, FlowFields.DestinationPort), new SameFields(FlowFields.Source, FlowFields.Destination));
        var chunk = ChunkEncoder.Encode(FlowColumns.Of(records));
        var without = new Chunk { Rows = chunk.Rows, Columns = chunk.Columns.Where(column => column.Key != FlowFields.Destination.Id).ToDictionary() };

        Assert.Equal([123], Ports(chunk, ports));
        Assert.Equal([53], Ports(chunk, new Not(ports)));
        Assert.Equal([123], Ports(chunk, addresses));
        Assert.Equal([53], Ports(chunk, new Not(addresses)));
        Assert.Empty(Ports(without, addresses));
        Assert.Equal(2, Found(without, new Not(addresses)).Count);
        Assert.Equal([0, 1], Found(new Chunk { Rows = 2, Columns = new Dictionary<int, ReadOnlyMemory<byte>>() }, addresses));

        static IEnumerable<long> Ports(Chunk chunk, FlowPredicate predicate) =>
            MatchingRows.Of(chunk, new(predicate, FlowFields.DestinationPort), default).Numbers(FlowFields.DestinationPort).ToArray();
    }

    [Fact]
    public void AColumnThatSettlesTheAnswer_LeavesTheOthersShut()
    {
        var chunk = ChunkEncoder.Encode(SomeRows.OfAServer(1, 3_000));
        var address = FlowPredicate.Within(FlowFields.Source, Cidr.Parse("10.0.0.0/8"));
        using var scan = new ChunkScan(new(FlowPredicate.And(address, FlowPredicate.Equal(FlowFields.DestinationPort, 70_000))));

        Assert.False(scan.Open(chunk));

        Assert.Equal(1, scan.OpenedColumns);
    }

    [Fact]
    public void ABlockThatTheChunkDoesNotHave_NeedsOnlyTheAddresses()
    {
        var chunk = ChunkEncoder.Encode(SomeRows.OfAServer(1, 3_000));
        using var scan = new ChunkScan(new(FlowPredicate.Within(FlowFields.Source, Cidr.Parse("2001:db8::/32"))));

        Assert.False(scan.Open(chunk));

        Assert.Equal(1, scan.OpenedColumns);
    }

    [Fact]
    public void OnlyColumnsThatAreRead_AreOpened()
    {
        using var scan = new ChunkScan(new(FlowPredicate.Equal(FlowFields.DestinationPort, 443), FlowFields.Bytes));
        scan.Open(ChunkEncoder.Encode(SomeRows.OfAServer(1, 3_000)));
        while (scan.Next(default))
            Assert.Equal(scan.Count, scan.Numbers(FlowFields.Bytes).Length);

        Assert.Equal(2, scan.OpenedColumns);
    }

    [Fact]
    public void AConditionOnAFieldOfAnotherKind_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new ScanPlan(FlowPredicate.Equal(FlowFields.EniId, 5)));
        Assert.Throws<ArgumentException>(() => new ScanPlan(FlowPredicate.Equal(FlowFields.Bytes, "5")));
        Assert.Throws<ArgumentException>(() => new ScanPlan(FlowPredicate.Equal(FlowFields.Bytes, IpAddress.None)));
    }

    [Fact]
    public void StepsOfAnotherChunk_AllocateNothingARow()
    {
        var chunk = ChunkEncoder.Encode(SomeRows.OfAServer(1, 60_000));
        using var scan = new ChunkScan(new(FlowPredicate.Between(FlowFields.Bytes, 1_000, 1_000_000), FlowFields.Start));
        Walk(scan, chunk);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var rows = Walk(scan, chunk);

        Assert.InRange(rows, 1, 59_999);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3 * 60_000);
    }

    private static int Walk(ChunkScan scan, Chunk chunk)
    {
        var rows = 0;
        scan.Open(chunk);
        while (scan.Next(default))
            rows += scan.Numbers(FlowFields.Start).Length + scan.Codes(FlowFields.Source).Length - scan.Codes(FlowFields.Destination).Length;
        return rows;
    }

    private static List<int> Found(Chunk chunk, FlowPredicate predicate)
    {
        using var scan = new ChunkScan(new(predicate));
        var found = new List<int>();
        scan.Open(chunk);
        while (scan.Next(default))
            found.AddRange(scan.Rows);
        return found;
    }

    /// <summary>Most records have traffic, in most chunks all.</summary>
    private static FlowColumns WithStatus(FlowColumns rows, Random random)
    {
        var rare = random.Next(2) == 0 ? 0 : random.Next(1, 10);
        rows.Set(FlowFields.Status, [.. Enumerable.Range(0, rows.Count).Select(_ => random.Next(10) < rare ? random.NextInt64(1, 3) : 0)]);
        return rows;
    }
}
