using System.Collections.Concurrent;
using FlowLog.Chunks;

namespace FlowLog.Scan;

/// <summary>
/// Scans chunks on several threads. As many chunks are in memory as threads are at work, however many there are in all, and each
/// thread adds what it finds to a state of its own; the caller merges the states.
/// </summary>
/// <param name="threads">At least 1.</param>
public sealed class FlowScan<TState>(ScanPlan plan, int threads)
{
    /// <summary>Scans all chunks.</summary>
    /// <param name="sources">Asked for the next one when a thread is free.</param>
    /// <param name="begin">Makes a state; called at most once a thread.</param>
    /// <param name="add">Called for every step of rows that match, with the state of its thread.</param>
    /// <returns>The states in no order, and what was done.</returns>
    /// <exception cref="ChunkFormatException">A chunk is corrupt; the scan ends.</exception>
    /// <exception cref="OperationCanceledException">Within some milliseconds, unless a load or <paramref name="add"/> takes longer.</exception>
    public async Task<(IReadOnlyList<TState> States, ScanCounts Counts)> RunAsync(
        IAsyncEnumerable<ChunkSource> sources, Func<TState> begin, Action<TState, ChunkScan> add, CancellationToken cancellation)
    {
        var idle = new ConcurrentBag<Worker>();
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
            await Parallel.ForEachAsync(sources, options, async (source, stop) =>
            {
                var worker = idle.TryTake(out var free) ? free : new(plan, begin());
                try
                {
                    await worker.TakeAsync(source, add, stop);
                }
                finally
                {
                    idle.Add(worker);
                }
            });
            return ([.. idle.Select(worker => worker.State)], idle.Aggregate(default(ScanCounts), (sum, worker) => sum + worker.Counts));
        }
        finally
        {
            foreach (var worker in idle)
                worker.Dispose();
        }
    }

    private sealed class Worker(ScanPlan plan, TState state) : IDisposable
    {
        private readonly ChunkScan _scan = new(plan);

        public TState State => state;

        public ScanCounts Counts { get; private set; }

        public async ValueTask TakeAsync(ChunkSource source, Action<TState, ChunkScan> add, CancellationToken cancellation)
        {
            if (source.Statistics is { } statistics && !plan.CanMatch(statistics))
            {
                Counts += new ScanCounts(0, 1, 0, source.Rows, 0, source.Bytes, 0);
                return;
            }

            var reader = await source.Load(plan.Columns, cancellation);
            var matches = 0L;
            var canMatch = _scan.Open(reader);
            while (_scan.Next(cancellation))
            {
                matches += _scan.Count;
                add(state, _scan);
            }

            Counts += _scan.Counts(canMatch, source.Bytes, matches);
        }

        public void Dispose() => _scan.Dispose();
    }
}
