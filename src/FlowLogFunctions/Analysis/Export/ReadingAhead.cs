using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace FlowLogFunctions.Analysis.Export;

/// <summary>Fetches what comes next while what came before is worked on.</summary>
internal static class ReadingAhead
{
    /// <summary>The same items in the same order; faults of the source come when its items have been taken.</summary>
    /// <param name="count">Items that wait at most, beside the one that the source is at and the one that was taken.</param>
    public static async IAsyncEnumerable<T> Ahead<T>(
        this IAsyncEnumerable<T> source, int count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var waiting = Channel.CreateBounded<T>(count);
        var reading = FillAsync(source, waiting.Writer, left.Token);
        try
        {
            await foreach (var item in waiting.Reader.ReadAllAsync(cancellation))
                yield return item;
        }
        finally
        {
            await left.CancelAsync();
            await reading;
        }
    }

    private static async Task FillAsync<T>(IAsyncEnumerable<T> source, ChannelWriter<T> waiting, CancellationToken cancellation)
    {
        try
        {
            await foreach (var item in source.WithCancellation(cancellation))
                await waiting.WriteAsync(item, cancellation);
            waiting.Complete();
        }
        catch (Exception fault)
        {
            waiting.Complete(fault);
        }
    }
}
