using System.Collections.Concurrent;

namespace FlowLogFunctions.LocalHost.Tests.Queues;

/// <summary>What the functions under test do with a message, and what they were given.</summary>
internal sealed class Inbox(Func<string, CancellationToken, Task> handle)
{
    private int _running;
    private int _done;

    public ConcurrentQueue<(string Message, DateTimeOffset At)> Received { get; } = [];

    public int Running => Volatile.Read(ref _running);

    public int Done => Volatile.Read(ref _done);

    public async Task HandleAsync(string message, CancellationToken cancellation)
    {
        Received.Enqueue((message, TimeProvider.System.GetUtcNow()));
        Interlocked.Increment(ref _running);
        try
        {
            await handle(message, cancellation);
            Interlocked.Increment(ref _done);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
