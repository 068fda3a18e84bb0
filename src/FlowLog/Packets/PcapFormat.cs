using System.Buffers.Binary;

namespace FlowLog.Packets;

/// <summary>
/// The classic capture format: a file header of 24 bytes, then packets, each after a header of 16 bytes (24 in the modified
/// format of Alexey Kuznetsov's libpcap patches). In the byte order of the machine that wrote it.
/// </summary>
internal sealed class PcapFormat : CaptureFormat
{
    public const int FileHeaderLength = 24;

    /// <summary>The largest packet, as in libpcap (MAXIMUM_SNAPLEN).</summary>
    public const int MaxPacketLength = 256 * 1024;

    private const uint Microseconds = 0xA1B2C3D4;
    private const uint Nanoseconds = 0xA1B23C4D;
    private const uint Modified = 0xA1B2CD34;

    // The upper six bits of the link type say how long the frame check sequence is.
    private const uint LinkTypeMask = 0x03FFFFFF;

    private readonly bool _swapped;
    private readonly int _headerLength;
    private readonly int _nanosecondsPerTick;
    private readonly int _minorVersion;
    private readonly LinkType _linkType;

    private PcapFormat(ReadOnlySpan<byte> header, uint magic, bool swapped)
    {
        _swapped = swapped;
        _headerLength = magic == Modified ? 24 : 16;
        _nanosecondsPerTick = magic == Nanoseconds ? 1 : 1000;
        _minorVersion = Read16(header[6..]);
        _linkType = (LinkType)(Read32(header[20..]) & LinkTypeMask);
    }

    /// <summary>Reads the file header as far as it is there.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> bytes, out PcapFormat? format, out CaptureDamageReason reason)
    {
        format = null;
        reason = bytes.IsEmpty ? CaptureDamageReason.Empty : CaptureDamageReason.NotACapture;
        if (bytes.Length < 4)
            return false;
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        var swapped = (byte)magic == 0xA1;
        magic = swapped ? BinaryPrimitives.ReverseEndianness(magic) : magic;
        if (magic is not (Microseconds or Nanoseconds or Modified))
            return false;
        reason = CaptureDamageReason.UnknownVersion;
        Span<byte> header = stackalloc byte[FileHeaderLength];
        bytes[..Math.Min(bytes.Length, FileHeaderLength)].CopyTo(header);
        format = new(header, magic, swapped);
        return bytes.Length < FileHeaderLength || format.Read16(header[4..]) == 2;
    }

    public override CaptureStep Next(CaptureBuffer buffer, ref FrameSlice frame)
    {
        var bytes = buffer.Unread;
        if (bytes.Length < _headerLength)
            return More(_headerLength);
        var captured = Read32(bytes[8..]);
        var original = Read32(bytes[12..]);
        if (_minorVersion < 4)
            Untangle(ref captured, ref original);
        if (captured > MaxPacketLength)
            return Damaged(CaptureDamageReason.BadLength, buffer.Offset, $"a packet of {captured} bytes");
        var length = (int)captured;
        if (bytes.Length < _headerLength + length)
            return More(_headerLength + length);

        frame.Start = buffer.Start + _headerLength;
        frame.Length = length;
        frame.OriginalLength = (int)Math.Clamp(original, captured, int.MaxValue);
        frame.LinkType = _linkType;
        frame.TimeNanoseconds = (Read32(bytes) * 1_000_000_000L) + ((long)Read32(bytes[4..]) * _nanosecondsPerTick);
        buffer.Consume(_headerLength + length);
        return CaptureStep.Packet;
    }

    // Before version 2.3 the two lengths stood the other way round; in 2.3 either way, by writer (libpcap, sf-pcap.c).
    private void Untangle(ref uint captured, ref uint original)
    {
        if (_minorVersion < 3 || captured > original)
            (captured, original) = (original, captured);
    }

    private uint Read32(ReadOnlySpan<byte> bytes)
    {
        var value = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        return _swapped ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    private ushort Read16(ReadOnlySpan<byte> bytes)
    {
        var value = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        return _swapped ? BinaryPrimitives.ReverseEndianness(value) : value;
    }
}
