using System.Diagnostics;

namespace FlowLog.Tests.Fuzz;

/// <summary>Gives one target many inputs on several threads. An input depends on the target and its number only.</summary>
/// <param name="progress">Called now and then with the inputs and packets so far.</param>
internal sealed class FuzzRun(FuzzTarget target, Action<long, long> progress)
{
    /// <summary>One input takes milliseconds; a hang takes for ever, however slow the machine is.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private long _next;
    private long _packets;
    private string? _failure;

    public long Packets => Volatile.Read(ref _packets);

    /// <summary>Checks one input; says what is wrong with it, or null.</summary>
    public string? Check(long number)
    {
        try
        {
            var mutator = new Mutator(HashCodeOf(target.Name, number));
            var input = target.Make(mutator);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Interlocked.Add(ref _packets, target.Take(input));
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            return allocated <= target.AllocationBound(input) ? null : $"{allocated} bytes allocated for {input.Length}";
        }
        catch (Exception fault)
        {
            return fault.ToString();
        }
    }

    /// <summary>Takes inputs until there have been so many, and so many packets in them; the first failure, or null.</summary>
    public string? Run(long inputs, long packets)
    {
        var workers = Enumerable.Range(0, Math.Clamp(Environment.ProcessorCount, 2, 16)).Select(_ => new Worker(this, inputs, packets)).ToList();
        var watch = Stopwatch.StartNew();
        while (_failure is null && workers.Exists(worker => worker.IsAlive))
        {
            Thread.Sleep(Look);
            foreach (var worker in workers.Where(worker => worker.IsAlive && worker.Since.Elapsed > Hang))
                Fail(worker.Number, $"not done after {Hang}");
            if (watch.Elapsed < TimeSpan.FromSeconds(5))
                continue;
            progress(Volatile.Read(ref _next), Packets);
            watch.Restart();
        }

        return _failure;
    }

    private void Fail(long number, string what) => Interlocked.CompareExchange(
        ref _failure, $"Input {target.Name}:{number}: {what}\nTo repeat it: FLOWLOG_FUZZ={target.Name}:{number} ./test --filter FuzzTests", null);

    /// <summary>The same on every machine and in every process, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static int HashCodeOf(string name, long number) =>
        (int)name.Aggregate((ulong)number * 0x9E3779B97F4A7C15, (hash, letter) => (hash ^ letter) * 0x100000001B3);

    private sealed class Worker
    {
        private readonly Thread _thread;

        public Worker(FuzzRun run, long inputs, long packets)
        {
            _thread = new Thread(() => Work(run, inputs, packets)) { IsBackground = true };
            _thread.Start();
        }

        public bool IsAlive => _thread.IsAlive;

        public long Number { get; private set; }

        public Stopwatch Since { get; private set; } = Stopwatch.StartNew();

        private void Work(FuzzRun run, long inputs, long packets)
        {
            while (run._failure is null && (run._next < inputs || run.Packets < packets))
            {
                Number = Interlocked.Increment(ref run._next) - 1;
                Since = Stopwatch.StartNew();
                if (run.Check(Number) is { } failure)
                    run.Fail(Number, failure);
            }
        }
    }
}
