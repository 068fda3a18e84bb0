using System.Runtime.InteropServices;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>The calls of Linux's C library that capturing takes, with the numbers that x64 and arm64 have in common (socket(2), packet(7)).</summary>
internal static partial class Libc
{
    public const int PacketFamily = 17;
    public const int RawSocket = 3;
    public const int CloseOnExec = 0x80000;

    /// <summary>ETH_P_ALL in network byte order.</summary>
    public const ushort AllProtocols = 0x0300;

    public const int SocketLevel = 1;
    public const int SocketError = 4;
    public const int AttachFilter = 26;

    public const int PacketLevel = 263;
    public const int ReceiveRing = 5;
    public const int Statistics = 6;
    public const int Version = 10;
    public const int IgnoreOutgoing = 23;

    public const int ReadAndWrite = 3;
    public const int Shared = 1;
    public const short Readable = 1;
    public const short Failed = 8;

    public const int NotPermitted = 1;
    public const int Interrupted = 4;
    public const int NoDeviceOrAddress = 6;
    public const int AccessDenied = 13;
    public const int NoDevice = 19;
    public const int NetworkDown = 100;

    /// <summary>struct pollfd.</summary>
    public struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    public static partial int Socket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    public static unsafe partial int SetOption(PacketSocket socket, int level, int option, void* value, uint length);

    [LibraryImport("libc", EntryPoint = "getsockopt", SetLastError = true)]
    public static unsafe partial int GetOption(PacketSocket socket, int level, int option, void* value, ref uint length);

    [LibraryImport("libc", EntryPoint = "bind", SetLastError = true)]
    public static partial int Bind(PacketSocket socket, ref LinkAddress address, uint length);

    [LibraryImport("libc", EntryPoint = "getsockname", SetLastError = true)]
    public static partial int GetName(PacketSocket socket, ref LinkAddress address, ref uint length);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(ref PollEntry entry, nuint count, int milliseconds);

    /// <summary>The address, or -1.</summary>
    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial nint Map(nint address, nuint length, int protection, int flags, PacketSocket socket, long offset);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    public static partial int Unmap(nint address, nuint length);

    /// <summary>The interface's number, 0 if there is none.</summary>
    [LibraryImport("libc", EntryPoint = "if_nametoindex", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial uint InterfaceIndex(string name);
}
