using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using FlowLog.Scan;

namespace FlowLog.Sql.Table;

/// <summary>
/// Loads the chunks of a scan ahead of a thread that walks through their rows. That thread waits here, so it must not be one of the
/// thread pool's, which are needed for loading.
/// </summary>
internal sealed class ChunkFeed : IDisposable
{
    /// <summary>Chunks that are loaded and wait, at most.</summary>
    private const int Ahead = 2;

    private readonly Channel<LoadedChunk> _loaded = Channel.CreateBounded<LoadedChunk>(
        new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });

    private readonly CancellationTokenSource _stop;
    private ScanCounts _skipped;

    /// <param name="sources">The chunks; each has its number by their order.</param>
    public ChunkFeed(IAsyncEnumerable<ChunkSource> sources, ScanPlan plan, CancellationToken cancellation)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var stop = _stop.Token;
        Loading = Task.Run(() => LoadAsync(sources, plan, stop), CancellationToken.None);
    }

    /// <summary>Ends, without an exception, when all is loaded, or soon after this is disposed of.</summary>
    public Task Loading { get; }

    /// <summary>Chunks that were ruled out by their bounds; to be asked for when the feed has ended.</summary>
    public ScanCounts Skipped => Loading.IsCompleted ? _skipped : default;

    /// <summary>Waits for the next chunk, which the caller disposes of.</summary>
    /// <returns>False if there are no more.</returns>
    /// <exception cref="OperationCanceledException">The scan was cancelled.</exception>
    public bool TryTake([NotNullWhen(true)] out LoadedChunk? chunk)
    {
        while (!_loaded.Reader.TryRead(out chunk))
        {
            if (!_loaded.Reader.WaitToReadAsync(_stop.Token).AsTask().GetAwaiter().GetResult())
                return false;
        }

        return true;
    }

    public void Dispose()
    {
        _stop.Cancel();
        Loading.ContinueWith(_ => DropRest(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task LoadAsync(IAsyncEnumerable<ChunkSource> sources, ScanPlan plan, CancellationToken cancellation)
    {
        try
        {
            var number = 0L;
            await foreach (var source in sources.WithCancellation(cancellation))
            {
                number++;
                if (source.Statistics is { } statistics && !plan.CanMatch(statistics))
                    _skipped += new ScanCounts(0, 1, 0, source.Rows, 0, source.Bytes, 0);
                else
                    await OfferAsync(new(await source.Load(plan.Columns, cancellation), number, source.Bytes), cancellation);
            }

            _loaded.Writer.Complete();
        }
        catch (Exception exception)
        {
            // It is thrown where chunks are taken.
            _loaded.Writer.Complete(exception);
        }
    }

    private async ValueTask OfferAsync(LoadedChunk chunk, CancellationToken cancellation)
    {
        try
        {
            await _loaded.Writer.WriteAsync(chunk, cancellation);
        }
        catch
        {
            chunk.Reader.Dispose();
            throw;
        }
    }

    private void DropRest()
    {
        while (_loaded.Reader.TryRead(out var left))
            left.Reader.Dispose();
        _stop.Dispose();
    }
}
