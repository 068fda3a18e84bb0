using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.LocalHost.Tests.Timers;

/// <summary>What the timer functions under test do, and what they were given.</summary>
internal sealed class Runs(Func<Task>? run = null)
{
    private int _running;

    public ConcurrentQueue<TimerInfo> Seen { get; } = [];

    public int MostAtOnce { get; private set; }

    public async Task RunAsync(TimerInfo timer)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _running));
        Seen.Enqueue(timer);
        try
        {
            await (run?.Invoke() ?? Task.CompletedTask);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
