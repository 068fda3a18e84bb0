using System.Buffers.Binary;
using System.IO.Compression;
using FlowLog.Packets;

namespace FlowLog.Tests.Packets;

/// <summary>Writes captures in either format and byte order.</summary>
internal sealed class CaptureBuilder(bool bigEndian = false)
{
    private readonly MemoryStream _bytes = new();

    public int Length => (int)_bytes.Length;

    public byte[] Bytes() => _bytes.ToArray();

    public static byte[] Gzip(params byte[][] members)
    {
        var output = new MemoryStream();
        foreach (var member in members)
        {
            using var gzip = new GZipStream(output, CompressionMode.Compress, leaveOpen: true);
            gzip.Write(member);
        }

        return output.ToArray();
    }

    public CaptureBuilder Pcap(LinkType linkType = LinkType.Ethernet, uint magic = 0xA1B2C3D4, int major = 2, int minor = 4) =>
        U32(magic).U16(major).U16(minor).U32(0).U32(0).U32(262_144).U32((uint)linkType);

    public CaptureBuilder Packet(byte[] data, uint seconds = 0, uint fraction = 0, int? original = null, int extraHeader = 0) =>
        U32(seconds).U32(fraction).U32((uint)data.Length).U32((uint)(original ?? data.Length)).Raw(new byte[extraHeader]).Raw(data);

    public CaptureBuilder Section(int major = 1) =>
        Block(0x0A0D0D0A, body => body.U32(0x1A2B3C4D).U16(major).U16(0).U32(uint.MaxValue).U32(uint.MaxValue));

    public CaptureBuilder Interface(
        LinkType linkType = LinkType.Ethernet, uint snapLength = 0, byte? resolution = null, long? offset = null) =>
        Block(1, body =>
        {
            body.U16((int)linkType).U16(0).U32(snapLength);
            body.U16(2).U16(3).Raw("eth"u8).Pad();
            if (resolution is { } unit)
                body.U16(9).U16(1).Raw([unit]).Pad();
            if (offset is { } seconds)
                body.U16(14).U16(8).U64((ulong)seconds);
            body.U32(0);
        });

    public CaptureBuilder Enhanced(byte[] data, ulong ticks = 0, uint number = 0, int? original = null) =>
        Block(6, body => body.U32(number).U32((uint)(ticks >> 32)).U32((uint)ticks)
            .U32((uint)data.Length).U32((uint)(original ?? data.Length)).Raw(data).Pad());

    public CaptureBuilder Obsolete(byte[] data, ulong ticks = 0, int number = 0) =>
        Block(2, body => body.U16(number).U16(7).U32((uint)(ticks >> 32)).U32((uint)ticks)
            .U32((uint)data.Length).U32((uint)data.Length).Raw(data).Pad());

    public CaptureBuilder Simple(byte[] data, int? original = null) =>
        Block(3, body => body.U32((uint)(original ?? data.Length)).Raw(data).Pad());

    public CaptureBuilder Block(uint type, Action<CaptureBuilder> write)
    {
        var body = new CaptureBuilder(bigEndian);
        write(body);
        var length = (uint)(body.Length + 12);
        return U32(type).U32(length).Raw(body.Bytes()).U32(length);
    }

    public CaptureBuilder Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    public CaptureBuilder U32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        if (bigEndian)
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return Raw(bytes);
    }

    public CaptureBuilder U16(int value) =>
        Raw(bigEndian ? [(byte)(value >> 8), (byte)value] : [(byte)value, (byte)(value >> 8)]);

    private CaptureBuilder U64(ulong value) =>
        bigEndian ? U32((uint)(value >> 32)).U32((uint)value) : U32((uint)value).U32((uint)(value >> 32));

    private CaptureBuilder Pad() => Raw(new byte[-Length & 3]);
}
