using System.Collections.Concurrent;

namespace FlowLogFunctions.Soak.Tests.Store;

/// <summary>Throws dice for each call to storage, and holds calls back.</summary>
internal sealed class CallFaults(int seed)
{
    /// <summary>Everything but slowness, which is a fault of its own.</summary>
    public static readonly IReadOnlyList<CallFault> Any =
        [.. Enum.GetValues<CallFault>().Where(fault => fault is not (CallFault.None or CallFault.Late or CallFault.Twice))];

    private readonly Random _random = new(seed);
    private readonly ConcurrentDictionary<CallFault, int> _counts = new();
    private TaskCompletionSource? _held;
    private int _underWay;

    /// <summary>Which faults, one of how many calls has one.</summary>
    public (IReadOnlyList<CallFault> Faults, int OneOf) Mix { get; set; } = ([], 1);

    /// <summary>How long a late call takes at most.</summary>
    public TimeSpan Latest { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often each happened.</summary>
    public IReadOnlyDictionary<CallFault, int> Counts => _counts;

    /// <summary>What happens to the next call.</summary>
    public CallFault Next()
    {
        lock (_random)
        {
            var (faults, oneOf) = Mix;
            return faults.Count > 0 && _random.Next(oneOf) == 0 ? faults[_random.Next(faults.Count)] : CallFault.None;
        }
    }

    /// <summary>Notes what happened to a call.</summary>
    public void Note(CallFault fault) => _counts.AddOrUpdate(fault, 1, (_, count) => count + 1);

    /// <summary>How late a call is.</summary>
    public TimeSpan Lateness()
    {
        lock (_random) return Latest * _random.NextDouble();
    }

    /// <summary>Waits until calls are let through; the call is under way until the result is disposed.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Interlocked.Increment(ref _underWay);
            if (Volatile.Read(ref _held) is not { } held) return new Call(this);
            Interlocked.Decrement(ref _underWay);
            await held.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>Lets no more calls through, and waits for the end of those that are under way.</summary>
    public async Task HoldAsync(CancellationToken cancellation)
    {
        Volatile.Write(ref _held, new(TaskCreationOptions.RunContinuationsAsynchronously));
        while (Volatile.Read(ref _underWay) > 0)
            await Task.Delay(10, cancellation);
    }

    /// <summary>Lets calls through again, those first that were held.</summary>
    public void Release() => Interlocked.Exchange(ref _held, null)?.SetResult();

    private sealed class Call(CallFaults faults) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref faults._underWay);
    }
}
