using System.Buffers.Binary;
using FlowLog.Flows;

namespace FlowLogFunctions.Tests.Support;

/// <summary>A UDP packet to be captured, or a TCP one where a port is 80 or 22.</summary>
/// <param name="Time">Unix seconds.</param>
/// <param name="Bytes">IP total length, at least 40.</param>
internal sealed record PcapPacket(long Time, string Source, string Destination, int SourcePort, int DestinationPort, int Bytes);

/// <summary>Small capture files.</summary>
internal static class Pcaps
{
    private const int RawIPv4 = 101;

    public static byte[] Of(params PcapPacket[] packets)
    {
        var file = new MemoryStream();
        Write(file, 0xA1B2C3D4, 0x00040002, 0, 0, 65535, RawIPv4);
        foreach (var packet in packets)
        {
            Write(file, (uint)packet.Time, 0, 40, (uint)packet.Bytes);
            file.Write(Headers(packet));
        }

        return file.ToArray();
    }

    /// <summary>Its first 40 bytes, IP header first.</summary>
    public static byte[] Headers(PcapPacket packet)
    {
        var bytes = new byte[40];
        bytes[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), (ushort)packet.Bytes);
        bytes[9] = (byte)(IsTcp(packet) ? 6 : 17);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(12), (uint)IpAddress.Parse(packet.Source).Bits);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(16), (uint)IpAddress.Parse(packet.Destination).Bits);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(20), (ushort)packet.SourcePort);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(22), (ushort)packet.DestinationPort);
        bytes[32] = 0x50;
        return bytes;
    }

    private static bool IsTcp(PcapPacket packet) => packet.SourcePort is 80 or 22 || packet.DestinationPort is 80 or 22;

    private static void Write(Stream file, params ReadOnlySpan<uint> words)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var word in words)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, word);
            file.Write(bytes);
        }
    }
}
