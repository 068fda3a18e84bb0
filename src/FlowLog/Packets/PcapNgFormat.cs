using System.Buffers.Binary;

namespace FlowLog.Packets;

/// <summary>
/// The pcapng format (draft-ietf-opsawg-pcapng): sections of blocks, each block between two copies of its length. Blocks that
/// are neither section headers, interfaces nor packets are left out.
/// </summary>
internal sealed class PcapNgFormat(long resumeAt) : CaptureFormat
{
    /// <summary>The first four bytes; they read the same in either byte order.</summary>
    public const uint SectionHeader = 0x0A0D0D0A;

    public const int MaxBlockLength = 16 * 1024 * 1024;
    public const int MaxInterfaces = 65_536;

    private const uint Interface = 1;
    private const uint ObsoletePacket = 2;
    private const uint SimplePacket = 3;
    private const uint EnhancedPacket = 6;
    private const uint ByteOrderMagic = 0x1A2B3C4D;
    private const int SmallestBlock = 12;
    private const int SectionHeaderLength = 28;
    private const int PacketHeaderLength = 28;
    private const int SimpleHeaderLength = 12;

    private readonly List<CaptureInterface> _interfaces = [];
    private bool _swapped;
    private bool _resuming = resumeAt > 0;
    private uint _skipped;

    public override CaptureStep Next(CaptureBuffer buffer, ref FrameSlice frame)
    {
        while (true)
        {
            if (OpenBlock is not null && PassBy(buffer, OpenBlock.Value) is { } waiting)
                return waiting;
            if (_resuming && buffer.Offset >= resumeAt)
                return Resume(buffer);
            var bytes = buffer.Unread;
            if (bytes.Length < SmallestBlock)
                return More(SmallestBlock);
            var type = Read32(bytes);
            if (type == SectionHeader && !TryByteOrder(bytes))
                return Damaged(CaptureDamageReason.NotACapture, buffer.Offset, "a section of no byte order");
            var length = Read32(bytes[4..]);
            if (length < Smallest(type) || length > MaxBlockLength || length % 4 != 0)
                return Damaged(CaptureDamageReason.BadLength, buffer.Offset, $"a block of {length} bytes");
            if (!IsRead(type) || (_resuming && IsPacket(type)))
            {
                _skipped = length;
                OpenBlock = buffer.Offset;
                continue;
            }

            if (bytes.Length < length)
                return More((int)length);
            var block = bytes[..(int)length];
            if (Read32(block[^4..]) != length)
                return Damaged(CaptureDamageReason.LengthsDiffer, buffer.Offset, "the block's two lengths differ");
            var step = Block(type, block[..^4], buffer, ref frame);
            if (step == CaptureStep.Damaged)
                return step;
            buffer.Consume((int)length);
            if (step == CaptureStep.Packet)
                return step;
        }
    }

    // Leaves a block out but for its second length, which has to agree; null when it is over.
    private CaptureStep? PassBy(CaptureBuffer buffer, long start)
    {
        var left = (int)(start + _skipped - 4 - buffer.Offset);
        if (left > buffer.Available)
            return Skip(left);
        buffer.Consume(left);
        if (buffer.Available < 4)
            return More(4);
        if (Read32(buffer.Unread) != _skipped)
            return Damaged(CaptureDamageReason.LengthsDiffer, start, "the block's two lengths differ");
        buffer.Consume(4);
        OpenBlock = null;
        return null;
    }

    private static bool IsPacket(uint type) => type is EnhancedPacket or SimplePacket or ObsoletePacket;

    private static bool IsRead(uint type) => IsPacket(type) || type is Interface or SectionHeader;

    private static uint Smallest(uint type) => type switch
    {
        SectionHeader => SectionHeaderLength,
        Interface => 20,
        EnhancedPacket or ObsoletePacket => PacketHeaderLength + 4,
        SimplePacket => SimpleHeaderLength + 4,
        _ => SmallestBlock,
    };

    private CaptureStep Resume(CaptureBuffer buffer)
    {
        _resuming = false;
        return buffer.Offset == resumeAt
            ? CaptureStep.Resumed
            : Damaged(CaptureDamageReason.BadResumePoint, buffer.Offset, $"no block starts at {resumeAt}");
    }

    private bool TryByteOrder(ReadOnlySpan<byte> bytes)
    {
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        _swapped = magic == BinaryPrimitives.ReverseEndianness(ByteOrderMagic);
        return _swapped || magic == ByteOrderMagic;
    }

    private CaptureStep Block(uint type, ReadOnlySpan<byte> block, CaptureBuffer buffer, ref FrameSlice frame) => type switch
    {
        EnhancedPacket => Packet(block, Read32(block[8..]), buffer, ref frame),
        ObsoletePacket => Packet(block, Read16(block[8..]), buffer, ref frame),
        SimplePacket => Simple(block, buffer, ref frame),
        Interface => Describe(block, buffer.Offset),
        _ => Section(block, buffer.Offset),
    };

    private CaptureStep Section(ReadOnlySpan<byte> block, long offset)
    {
        if (Read16(block[12..]) != 1)
            return Damaged(CaptureDamageReason.UnknownVersion, offset, $"pcapng version {Read16(block[12..])}");
        _interfaces.Clear();
        return CaptureStep.More;
    }

    private CaptureStep Describe(ReadOnlySpan<byte> block, long offset)
    {
        if (_interfaces.Count == MaxInterfaces)
            return Damaged(CaptureDamageReason.TooManyInterfaces, offset, $"more than {MaxInterfaces} interfaces");
        _interfaces.Add(new((LinkType)Read16(block[8..]), Read32(block[12..]), TimeOf(block[16..])));
        return CaptureStep.More;
    }

    private TimestampUnit TimeOf(ReadOnlySpan<byte> options)
    {
        byte resolution = 6;
        var offset = 0L;
        while (options.Length >= 4 && Read16(options) is var code and not 0)
        {
            int length = Read16(options[2..]);
            options = options[4..];
            if (length > options.Length)
                break;
            if (code == 9 && length == 1)
                resolution = options[0];
            else if (code == 14 && length == 8)
                offset = Read64(options);
            options = options[Math.Min(options.Length, (length + 3) & ~3)..];
        }

        return new(resolution, offset);
    }

    private CaptureStep Packet(ReadOnlySpan<byte> block, uint number, CaptureBuffer buffer, ref FrameSlice frame)
    {
        if (number >= _interfaces.Count)
            return Damaged(CaptureDamageReason.UnknownInterface, buffer.Offset, $"a packet of interface {number}");
        var captured = Read32(block[20..]);
        if (captured > block.Length - PacketHeaderLength)
            return Damaged(CaptureDamageReason.BadLength, buffer.Offset, $"a packet of {captured} bytes");
        var source = _interfaces[(int)number];
        frame.Start = buffer.Start + PacketHeaderLength;
        frame.Length = (int)captured;
        frame.OriginalLength = (int)Math.Clamp(Read32(block[24..]), captured, int.MaxValue);
        frame.LinkType = source.LinkType;
        frame.TimeNanoseconds = source.Time.ToNanoseconds(((ulong)Read32(block[12..]) << 32) | Read32(block[16..]));
        return CaptureStep.Packet;
    }

    private CaptureStep Simple(ReadOnlySpan<byte> block, CaptureBuffer buffer, ref FrameSlice frame)
    {
        if (_interfaces.Count == 0)
            return Damaged(CaptureDamageReason.UnknownInterface, buffer.Offset, "a simple packet before any interface");
        var original = Read32(block[8..]);
        var source = _interfaces[0];
        var captured = source.SnapLength == 0 ? original : Math.Min(original, source.SnapLength);
        if (captured > block.Length - SimpleHeaderLength)
            return Damaged(CaptureDamageReason.BadLength, buffer.Offset, $"a packet of {captured} bytes");
        frame.Start = buffer.Start + SimpleHeaderLength;
        frame.Length = (int)captured;
        frame.OriginalLength = (int)Math.Min(original, int.MaxValue);
        frame.LinkType = source.LinkType;
        frame.TimeNanoseconds = 0;
        return CaptureStep.Packet;
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

    private long Read64(ReadOnlySpan<byte> bytes)
    {
        var value = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        return _swapped ? BinaryPrimitives.ReverseEndianness(value) : value;
    }
}
