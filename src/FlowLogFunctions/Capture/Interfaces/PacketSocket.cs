using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>A packet socket (packet(7)): sees every frame of one interface, once it is bound to it.</summary>
internal sealed class PacketSocket : SafeHandleMinusOneIsInvalid
{
    /// <summary>BPF_RET | BPF_K: a filter of one instruction that keeps so many bytes of every frame.</summary>
    private const ushort Keep = 0x06;

    private const int VersionThree = 2;

    private PacketSocket(int descriptor)
        : base(ownsHandle: true) => SetHandle(descriptor);

    /// <summary>struct sock_filter.</summary>
    private record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);

    /// <summary>struct sock_fprog.</summary>
    private unsafe struct Filter
    {
        public ushort Length;
        public Instruction* Instructions;
    }

    /// <summary>struct tpacket_req3.</summary>
    private record struct RingRequest(
        uint BlockBytes, uint Blocks, uint FrameBytes, uint Frames, uint RetireMilliseconds, uint PrivateBytes, uint Features);

    /// <summary>A socket that sees nothing yet; null, with the errno, where the process may not have one.</summary>
    public static PacketSocket? Open(out int error)
    {
        var descriptor = Libc.Socket(Libc.PacketFamily, Libc.RawSocket | Libc.CloseOnExec, 0);
        error = descriptor < 0 ? Marshal.GetLastPInvokeError() : 0;
        return descriptor < 0 ? null : new(descriptor);
    }

    /// <summary>Asks for a ring of this size that keeps the beginning of every frame; 0 or an errno.</summary>
    public unsafe int MakeRing(RingSize size)
    {
        const int FrameBytes = 2048;
        var version = VersionThree;
        var keep = new Instruction(Keep, 0, 0, RingSize.KeptBytes);
        var filter = new Filter { Length = 1, Instructions = &keep };
        var request = new RingRequest(
            (uint)size.BlockBytes, (uint)size.Blocks, FrameBytes, (uint)(size.Bytes / FrameBytes), RingSize.RetireMilliseconds, 0, 0);
        var error = Set(Libc.PacketLevel, Libc.Version, &version, sizeof(int));
        error = error == 0 ? Set(Libc.SocketLevel, Libc.AttachFilter, &filter, (uint)sizeof(Filter)) : error;
        return error == 0 ? Set(Libc.PacketLevel, Libc.ReceiveRing, &request, (uint)sizeof(RingRequest)) : error;
    }

    /// <summary>Keeps copies of frames that leave from coming in; kernels before 4.20 cannot, which does no harm.</summary>
    public unsafe void IgnoreOutgoing()
    {
        var yes = 1;
        _ = Set(Libc.PacketLevel, Libc.IgnoreOutgoing, &yes, sizeof(int));
    }

    /// <summary>Binds to an interface, and with a protocol begins to see its frames; 0 or an errno.</summary>
    public int Bind(int index, ushort protocol)
    {
        var address = new LinkAddress { Family = Libc.PacketFamily, Protocol = protocol, Interface = index };
        return Libc.Bind(this, ref address, LinkAddress.Bytes) == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    /// <summary>The hardware type of the interface that it is bound to.</summary>
    public int Hardware()
    {
        var address = default(LinkAddress);
        var length = (uint)LinkAddress.Bytes;
        return Libc.GetName(this, ref address, ref length) == 0 ? address.Hardware : 0;
    }

    /// <summary>The errno that waits at the socket, and takes it away; 0 for none.</summary>
    public unsafe int TakeError()
    {
        var error = 0;
        var length = (uint)sizeof(int);
        return Libc.GetOption(this, Libc.SocketLevel, Libc.SocketError, &error, ref length) == 0 ? error : Marshal.GetLastPInvokeError();
    }

    /// <summary>Frames that found no place in the ring since the last call.</summary>
    public unsafe long TakeDrops()
    {
        // struct tpacket_stats_v3: packets, drops, freezes. Reading sets them to 0.
        var counts = stackalloc uint[3];
        var length = 3u * sizeof(uint);
        return Libc.GetOption(this, Libc.PacketLevel, Libc.Statistics, counts, ref length) == 0 ? counts[1] : 0;
    }

    protected override bool ReleaseHandle() => Libc.Close((int)handle) == 0;

    private unsafe int Set(int level, int option, void* value, uint length) =>
        Libc.SetOption(this, level, option, value, length) == 0 ? 0 : Marshal.GetLastPInvokeError();
}
