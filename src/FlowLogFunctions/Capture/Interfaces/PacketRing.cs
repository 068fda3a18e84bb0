using System.Runtime.InteropServices;
using FlowLog.Packets;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>
/// A ring of blocks (TPACKET_V3) that the kernel fills with the frames of an interface and the process reads where they lie. For one
/// thread. The kernel owns a block until it marks it ready, the reader until <see cref="Release"/>.
/// </summary>
internal sealed class PacketRing : IDisposable
{
    private const int StatusOffset = 8;
    private const int OfKernel = 0;
    private const int Ready = 1;

    private readonly PacketSocket _socket;
    private readonly RingSize _size;
    private readonly nint _memory;
    private int _next;

    private PacketRing(PacketSocket socket, RingSize size, nint memory, int hardware)
    {
        (_socket, _size, _memory) = (socket, size, memory);
        Link = InterfaceHardware.LinkOf(hardware)!.Value;
        IsLoopback = hardware == InterfaceHardware.Loopback;
    }

    public LinkType Link { get; }

    public bool IsLoopback { get; }

    private unsafe int* Status => (int*)(_memory + ((nint)_next * _size.BlockBytes) + StatusOffset);

    /// <summary>A ring that frames of the interface come into from now on; null, with why, if there can be none.</summary>
    public static PacketRing? Open(string name, RingSize size, out CaptureProblem? problem)
    {
        problem = OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64
            ? null
            : CaptureProblem.OtherSystem();
        if (problem is not null)
            return null;
        var index = (int)Libc.InterfaceIndex(name);
        if (index == 0)
            return Refuse(CaptureProblem.NoInterface(name), out problem);
        if (PacketSocket.Open(out var error) is not { } socket)
            return Refuse(CaptureProblem.Of(name, "socket", error), out problem);
        var ring = Open(socket, name, index, size, out problem);
        if (ring is null)
            socket.Dispose();
        return ring;
    }

    /// <summary>Waits until a block may be ready.</summary>
    /// <returns>0, or the errno of an interface that can no longer be captured.</returns>
    public int Wait(int milliseconds)
    {
        var entry = new Libc.PollEntry { Descriptor = (int)_socket.DangerousGetHandle(), Events = Libc.Readable };
        if (Libc.Poll(ref entry, 1, milliseconds) < 0)
            return Marshal.GetLastPInvokeError() is Libc.Interrupted ? 0 : Marshal.GetLastPInvokeError();
        return (entry.Returned & Libc.Failed) == 0 ? 0 : _socket.TakeError();
    }

    /// <summary>The next block that is ready, to be read before <see cref="Release"/>.</summary>
    public unsafe bool TryTake(out BlockFrames frames)
    {
        var isReady = (Volatile.Read(ref *Status) & Ready) != 0;
        frames = isReady ? new(new ReadOnlySpan<byte>((byte*)Status - StatusOffset, _size.BlockBytes)) : default;
        return isReady;
    }

    /// <summary>Gives the block back that was taken last.</summary>
    public unsafe void Release()
    {
        Volatile.Write(ref *Status, OfKernel);
        _next = (_next + 1) % _size.Blocks;
    }

    /// <inheritdoc cref="PacketSocket.TakeDrops"/>
    public long TakeDrops() => _socket.TakeDrops();

    public void Dispose()
    {
        _ = Libc.Unmap(_memory, (nuint)_size.Bytes);
        _socket.Dispose();
    }

    /// <summary>The ring is there before frames may come: bound without a protocol first, so that the hardware can be asked for.</summary>
    private static PacketRing? Open(PacketSocket socket, string name, int index, RingSize size, out CaptureProblem? problem)
    {
        if (socket.Bind(index, 0) is var error and not 0)
            return Refuse(CaptureProblem.Of(name, "bind", error), out problem);
        var hardware = socket.Hardware();
        if (InterfaceHardware.LinkOf(hardware) is null)
            return Refuse(CaptureProblem.OtherHardware(name, hardware), out problem);
        if (socket.MakeRing(size) is var refused and not 0)
            return Refuse(CaptureProblem.Of(name, FormattableString.Invariant($"a ring of {size.Bytes} bytes"), refused), out problem);
        var memory = Libc.Map(0, (nuint)size.Bytes, Libc.ReadAndWrite, Libc.Shared, socket, 0);
        if (memory == -1)
            return Refuse(CaptureProblem.Of(name, "mmap", Marshal.GetLastPInvokeError()), out problem);
        var ring = new PacketRing(socket, size, memory, hardware);
        if (ring.IsLoopback)
            socket.IgnoreOutgoing();
        error = socket.Bind(index, Libc.AllProtocols);
        error = error == 0 ? socket.TakeError() : error;
        problem = error == 0 ? null : CaptureProblem.Of(name, "bind", error);
        if (problem is null)
            return ring;
        ring.Dispose();
        return null;
    }

    private static PacketRing? Refuse(CaptureProblem why, out CaptureProblem? problem)
    {
        problem = why;
        return null;
    }
}
