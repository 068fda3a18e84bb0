using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FlowLog.Tests.Network.Nftables;

/// <summary>Sends whole frames from device eth0 of a network namespace.</summary>
internal sealed class PacketSocket : IDisposable
{
    private const int PacketFamily = 17;
    private const int Raw = 3;
    private const int NewNetwork = 0x40000000;

    private readonly SafeFileHandle _socket;

    public PacketSocket(string space)
    {
        SafeFileHandle? socket = null;
        Exception? fault = null;
        // A thread's namespace is changed for good, so it is not one of the pool's.
        var thread = new Thread(() =>
        {
            try
            {
                socket = Open(space);
            }
            catch (IOException failed)
            {
                fault = failed;
            }
        });
        thread.Start();
        thread.Join();
        _socket = socket ?? throw new InvalidOperationException(fault?.Message, fault);
    }

    /// <summary>Keeps the calling thread on one processor: what it sends is then received in the same order.</summary>
    public static void StayOnOneProcessor()
    {
        // The first one that the thread may run on: others can be forbidden.
        var allowed = new byte[128];
        Check(sched_getaffinity(0, allowed.Length, allowed) >= 0, "sched_getaffinity");
        var first = Array.FindIndex(allowed, part => part != 0);
        var one = new byte[allowed.Length];
        one[first] = (byte)(allowed[first] & -allowed[first]);
        Check(sched_setaffinity(0, one.Length, one) >= 0, "sched_setaffinity");
    }

    public void Send(byte[] frame) => Check(send(_socket, frame, frame.Length, 0) == frame.Length, "send");

    public void Dispose() => _socket.Dispose();

    private static SafeFileHandle Open(string space)
    {
        using var file = File.OpenHandle($"/run/netns/{space}");
        Check(setns(file, NewNetwork) == 0, "setns");
        var socket = new SafeFileHandle(socket_(PacketFamily, Raw, 0), ownsHandle: true);
        Check(!socket.IsInvalid, "socket");
        var address = new byte[20];
        BinaryPrimitives.WriteUInt16LittleEndian(address, PacketFamily);
        BinaryPrimitives.WriteUInt32LittleEndian(address.AsSpan(4), if_nametoindex("eth0"));
        Check(bind(socket, address, address.Length) == 0, "bind");
        return socket;
    }

    private static void Check(bool worked, string call)
    {
        if (!worked)
            throw new IOException($"{call}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int setns(SafeFileHandle file, int type);

    [DllImport("libc", SetLastError = true, EntryPoint = "socket")]
    private static extern int socket_(int family, int type, int protocol);

    [DllImport("libc", SetLastError = true)]
    private static extern int bind(SafeFileHandle socket, byte[] address, int length);

    [DllImport("libc", SetLastError = true)]
    private static extern nint send(SafeFileHandle socket, byte[] bytes, nint length, int flags);

    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern uint if_nametoindex(string name);

    [DllImport("libc", SetLastError = true)]
    private static extern int sched_getaffinity(int thread, nint size, byte[] mask);

    [DllImport("libc", SetLastError = true)]
    private static extern int sched_setaffinity(int thread, nint size, byte[] mask);
}
