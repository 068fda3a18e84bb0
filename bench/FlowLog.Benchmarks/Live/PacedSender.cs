using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;
using FlowLogFunctions.Capture.Interfaces;

namespace FlowLog.Benchmarks.Live;

/// <summary>
/// Sends prepared frames of 60 bytes, UDP of many flows in turn, through a packet socket past the queueing discipline, some at a time by
/// one system call; waits busily for the next some when it is ahead of its rate.
/// </summary>
internal sealed partial class PacedSender : IDisposable
{
    public const int Flows = 10_000;

    private const int FrameBytes = 60;
    private const int AtOnce = 32;
    private const int PacketFamily = 17;
    private const int RawSocket = 3;
    private const int PacketLevel = 263;
    private const int BypassQueueing = 20;
    private const int ThreadTime = 3;
    private const double Second = 1e9;

    private readonly int _socket;
    private readonly nint _memory;

    /// <summary>For the namespace of the calling thread.</summary>
    public unsafe PacedSender(string name)
    {
        _socket = Socket(PacketFamily, RawSocket, 0);
        var address = new LinkAddress { Family = PacketFamily, Interface = (int)InterfaceIndex(name) };
        var yes = 1;
        if (_socket < 0 || Bind(_socket, (nint)(&address), LinkAddress.Bytes) != 0 || SetOption(_socket, PacketLevel, BypassQueueing, ref yes, sizeof(int)) != 0)
            throw new InvalidOperationException($"A packet socket to send from: {Marshal.GetLastPInvokeErrorMessage()}");
        _memory = (nint)NativeMemory.AllocZeroed(Flows, FrameBytes + (uint)sizeof(Vector) + (uint)sizeof(Message));
        var frames = (byte*)_memory;
        var vectors = (Vector*)(frames + (Flows * FrameBytes));
        for (var flow = 0; flow < Flows; flow++)
        {
            Write(new Span<byte>(frames + (flow * FrameBytes), FrameBytes), flow);
            vectors[flow] = new((nint)(frames + (flow * FrameBytes)), FrameBytes);
            Messages[flow] = new(0, 0, (nint)(vectors + flow), 1, 0, 0, 0, 0);
        }
    }

    private unsafe Message* Messages => (Message*)(_memory + (Flows * (FrameBytes + sizeof(Vector))));

    /// <summary>struct iovec.</summary>
    private record struct Vector(nint Base, nint Length);

    /// <summary>struct mmsghdr of 64-bit Linux: the message, then how much of it was sent.</summary>
    private record struct Message(nint Name, nint NameLength, nint Vectors, nint VectorCount, nint Control, nint ControlLength, long Flags, long Sent);

    /// <summary>Sends on a thread of its own.</summary>
    /// <param name="rate">Frames a second; infinite for as many as it can.</param>
    /// <returns>Frames sent, seconds they took, and seconds of processor time of the thread.</returns>
    public (long Frames, double Seconds, double Busy) Send(double rate, TimeSpan time, CancellationToken cancellation)
    {
        var sent = (Frames: 0L, Seconds: 0.0, Busy: 0.0);
        var thread = new Thread(() => sent = SendHere(rate, time, cancellation));
        thread.Start();
        thread.Join();
        return sent;
    }

    public unsafe void Dispose()
    {
        _ = Close(_socket);
        NativeMemory.Free((void*)_memory);
    }

    private unsafe (long Frames, double Seconds, double Busy) SendHere(double rate, TimeSpan time, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var sent = 0L;
        var elapsed = TimeSpan.Zero;
        while ((elapsed = Stopwatch.GetElapsedTime(began)) < time && !cancellation.IsCancellationRequested)
        {
            if (sent > elapsed.TotalSeconds * rate)
                continue;
            var first = (int)(sent % Flows);
            var done = SendMessages(_socket, (nint)(Messages + first), (uint)Math.Min(AtOnce, Flows - first), 0);
            sent += Math.Max(done, 0);
        }

        Time busy = default;
        _ = ClockTime(ThreadTime, ref busy);
        return (sent, elapsed.TotalSeconds, busy.Seconds + (busy.Nanoseconds / Second));
    }

    private static void Write(Span<byte> frame, int flow)
    {
        ReadOnlySpan<byte> addresses = [2, 0, 0, 0, 0, 9, 2, 0, 0, 0, 0, 1, 8, 0];
        addresses.CopyTo(frame);
        var ip = frame[14..];
        (ip[0], ip[3], ip[8], ip[9]) = (0x45, FrameBytes - 14, 64, 17);
        BinaryPrimitives.WriteUInt32BigEndian(ip[12..], 0x0A000001 + (uint)(flow / 50));
        BinaryPrimitives.WriteUInt32BigEndian(ip[16..], 0x0A010001 + (uint)(flow % 50));
        BinaryPrimitives.WriteUInt16BigEndian(ip[20..], (ushort)(1024 + flow));
        BinaryPrimitives.WriteUInt16BigEndian(ip[22..], 53);
        BinaryPrimitives.WriteUInt16BigEndian(ip[24..], FrameBytes - 34);
    }

    /// <summary>struct timespec.</summary>
    private record struct Time(long Seconds, long Nanoseconds);

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    private static partial int Socket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "bind", SetLastError = true)]
    private static partial int Bind(int socket, nint address, uint length);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    private static partial int SetOption(int socket, int level, int option, ref int value, uint length);

    [LibraryImport("libc", EntryPoint = "sendmmsg", SetLastError = true)]
    private static partial int SendMessages(int socket, nint messages, uint count, int flags);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockTime(int clock, ref Time time);

    [LibraryImport("libc", EntryPoint = "if_nametoindex", StringMarshalling = StringMarshalling.Utf8)]
    private static partial uint InterfaceIndex(string name);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
