using System.Runtime.CompilerServices;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;
using FlowLog.Tests.Chunks;

namespace FlowLog.Tests.Scan;

public class FlowScanTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task AnyNumberOfThreads_FindsTheSame(int threads)
    {
        var chunks = Enumerable.Range(0, 12).Select(seed => ChunkEncoder.Encode(SomeRows.OfAServer(seed, 700))).ToList();
        var decoded = chunks.Select(chunk => ChunkDecoder.Decode(chunk, FlowFields.All)).ToList();
        var scan = new FlowScan<Sum>(new(FlowPredicate.Equal(FlowFields.DestinationPort, 443), FlowFields.Bytes), threads);

        var (states, counts) = await scan.RunAsync(Sources(chunks.Select(chunk => ChunkSource.Of(chunk))), () => new Sum(), Add, default);

        Assert.InRange(states.Count, 1, threads);
        Assert.Equal(decoded.Sum(rows => BytesTo443(rows).Sum()), states.Sum(state => state.Bytes));
        Assert.Equal(decoded.Sum(rows => BytesTo443(rows).Count()), counts.Matches);
        Assert.Equal((12, 0, 12 * 700), (counts.Chunks, counts.SkippedChunks, counts.Rows));
        Assert.Equal(chunks.Sum(chunk => (long)chunk.Size), counts.Bytes + counts.SkippedBytes);
        Assert.True(counts.Bytes < counts.SkippedBytes);
    }

    [Fact]
    public async Task ChunksWhoseBoundsRuleMatchesOut_AreNotLoaded()
    {
        var early = ChunkEncoder.Encode(FlowColumns.Of([new FlowRecord { Start = 100 }]));
        var late = ChunkEncoder.Encode(FlowColumns.Of([new FlowRecord { Start = 9_000 }]));
        var loads = 0;
        var sources = new[] { early, late, early }.Select(chunk => ChunkSource.Of(chunk, ChunkStatistics.Of(chunk)) with
        {
            Load = (_, _) =>
            {
                loads++;
                return new(new ChunkReader(chunk));
            },
        });
        var scan = new FlowScan<Sum>(new(FlowPredicate.Between(FlowFields.Start, 8_000, 10_000)), 1);

        var (_, counts) = await scan.RunAsync(Sources(sources), () => new Sum(), Add, default);

        Assert.Equal(1, loads);
        var read = late.Columns[FlowFields.Start.Id].Length;
        Assert.Equal(new ScanCounts(1, 2, 1, 2, read, (2 * early.Size) + late.Size - read, 1), counts);
    }

    [Fact]
    public async Task ALoad_IsToldWhichColumnsAreNeeded()
    {
        var asked = new List<IReadOnlySet<int>>();
        var source = new ChunkSource(null, (columns, _) =>
        {
            asked.Add(columns);
            return new(new ChunkReader(ChunkEncoder.Encode(SomeRows.OfAServer(1, 10))));
        });
        var plan = new ScanPlan(FlowPredicate.Within(FlowFields.Source, Cidr.Parse("10.0.0.0/8")), FlowFields.Bytes);

        await new FlowScan<Sum>(plan, 1).RunAsync(Sources([source]), () => new Sum(), Add, default);

        int[] expected = [ChunkLimits.AddressesId, FlowFields.Source.Id, FlowFields.Bytes.Id, FlowFields.Status.Id];
        Assert.Equal(expected.Order(), asked.Single().Order());
    }

    [Fact]
    public async Task ManyChunks_AreNeverInMemoryTogether()
    {
        var (loaded, most) = (0, 0);
        var chunk = ChunkEncoder.Encode(SomeRows.OfAServer(1, 50));
        var source = new ChunkSource(null, async (_, cancellation) =>
        {
            var now = Interlocked.Increment(ref loaded);
            for (var seen = most; now > seen && Interlocked.CompareExchange(ref most, now, seen) != seen; seen = most)
                continue;
            await Task.Yield();
            return new ChunkReader(chunk);
        });
        var scan = new FlowScan<Sum>(new(FlowPredicate.All), 3);

        await scan.RunAsync(Sources(Enumerable.Repeat(source, 500)), () => new Sum(), (_, _) => Interlocked.Decrement(ref loaded), default);

        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task ACancelledScan_EndsAfterTheStepThatItIsAt()
    {
        using var stop = new CancellationTokenSource();
        var chunk = ChunkEncoder.Encode(SomeRows.OfAServer(1, 10 * ChunkScan.StepRows));
        var steps = 0;
        var scan = new FlowScan<Sum>(new(FlowPredicate.All), 1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scan.RunAsync(
            Sources([ChunkSource.Of(chunk), ChunkSource.Of(chunk)]),
            () => new Sum(),
            (_, _) =>
            {
                steps++;
                stop.Cancel();
            },
            stop.Token));

        Assert.Equal(1, steps);
    }

    [Fact]
    public void StepsWithoutAMatch_AreCancelledToo()
    {
        using var scan = new ChunkScan(new(FlowPredicate.Equal(FlowFields.Bytes, 41)));
        var rows = new FlowColumns(3 * ChunkScan.StepRows);
        rows.Set(FlowFields.Bytes, [.. Enumerable.Range(0, rows.Count).Select(row => 40L + (row % 3 * 2))]);
        Assert.True(scan.Open(ChunkEncoder.Encode(rows)));

        Assert.Throws<OperationCanceledException>(() => scan.Next(new CancellationToken(canceled: true)));
        Assert.False(scan.Next(default));
    }

    [Fact]
    public async Task ADamagedChunk_EndsTheScan()
    {
        var chunk = ChunkEncoder.Encode(SomeRows.OfAServer(1, 50));
        var scan = new FlowScan<Sum>(new(FlowPredicate.Between(FlowFields.Bytes, 0, 2_000)), 2);

        await Assert.ThrowsAsync<ChunkFormatException>(() => scan.RunAsync(
            Sources([ChunkSource.Of(chunk), ChunkSource.Of(chunk with { Rows = 51 })]), () => new Sum(), Add, default));
    }

    private static void Add(Sum sum, ChunkScan scan)
    {
        foreach (var bytes in scan.Numbers(FlowFields.Bytes))
            sum.Bytes += bytes;
    }

    private static IEnumerable<long> BytesTo443(FlowColumns rows) =>
        Enumerable.Range(0, rows.Count).Where(row => rows.Numbers(FlowFields.DestinationPort)[row] == 443).Select(row => rows.Numbers(FlowFields.Bytes)[row]);

    private static async IAsyncEnumerable<ChunkSource> Sources(IEnumerable<ChunkSource> sources, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var source in sources)
        {
            cancellation.ThrowIfCancellationRequested();
            await Task.CompletedTask;
            yield return source;
        }
    }

    private sealed class Sum
    {
        public long Bytes { get; set; }
    }
}
