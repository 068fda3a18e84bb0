using System.Runtime.InteropServices;
using System.Text.Json;

namespace FlowLogFunctions.Tests.Capture.Interfaces;

/// <summary>A network namespace: a host of its own as far as the network goes. Gone with all in it when it is disposed.</summary>
internal sealed partial class NetworkNamespace : IDisposable
{
    private const int Network = 0x40000000;
    private static int _given;

    public NetworkNamespace()
    {
        Ip.Run($"netns add {Name}");
        Set("link set lo up");
    }

    public string Name { get; } = NewName();

    /// <summary>No other test, in this process or another, has it.</summary>
    public static string NewName() => FormattableString.Invariant($"fl{Environment.ProcessId}-{Interlocked.Increment(ref _given)}");

    /// <summary>Runs ip within.</summary>
    public void Set(string arguments) => Ip.Run($"-n {Name} {arguments}");

    /// <summary>Runs on a thread that is within; sockets and threads that it makes are too, wherever they are used later.</summary>
    public T Run<T>(Func<T> work)
    {
        T? result = default;
        Exception? fault = null;
        var thread = new Thread(() =>
        {
            try
            {
                using var handle = File.OpenHandle($"/var/run/netns/{Name}");
                if (Enter((int)handle.DangerousGetHandle(), Network) != 0)
                    throw new InvalidOperationException($"setns: {Marshal.GetLastPInvokeErrorMessage()}");
                result = work();
            }
            catch (Exception caught)
            {
                fault = caught;
            }
        });
        thread.Start();
        thread.Join();
        return fault is null ? result! : throw new InvalidOperationException($"In {Name}: {fault.Message}", fault);
    }

    /// <summary>The kernel's own counts of an interface; bytes without link headers of 14 bytes.</summary>
    public (long Packets, long Bytes) Counters(string name)
    {
        using var answer = JsonDocument.Parse(Ip.Run($"-n {Name} -s -j link show {name}"));
        var counts = answer.RootElement[0].GetProperty("stats64");
        var packets = Of("rx", "packets") + Of("tx", "packets");
        return (packets, Of("rx", "bytes") + Of("tx", "bytes") - (14 * packets));

        long Of(string way, string what) => counts.GetProperty(way).GetProperty(what).GetInt64();
    }

    public void Dispose() => Ip.Run($"netns delete {Name}");

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int Enter(int descriptor, int kind);
}
