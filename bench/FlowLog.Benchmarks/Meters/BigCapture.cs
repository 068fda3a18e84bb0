using System.Buffers.Binary;
using FlowLog.Packets;
using FlowLogFunctions.Testing;

namespace FlowLog.Benchmarks.Meters;

/// <summary>
/// A capture of more than four million packets: the recorded traffic of samples/, again and again under other addresses. In each quarter of
/// an hour as many copies as <see cref="AtOnce"/> run side by side, so that thousands of flows are open at a time.
/// </summary>
internal static class BigCapture
{
    private const int LeastPackets = 4_200_000;
    private const int AtOnce = 24;
    private const int SecondsPerTurn = 900;
    private const int FileHeaderLength = 24;
    private const int PacketHeaderLength = 16;
    private const int EthernetLength = 14;

    private sealed record Packet(byte[] Bytes, int OriginalLength, long Microseconds);

    /// <param name="snapLength">Bytes of each packet that are kept.</param>
    /// <returns>The file.</returns>
    public static string Write(string file, int snapLength)
    {
        var recorded = Recorded();
        using var output = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        output.Write(Header(snapLength));
        var written = 0;
        for (var turn = 0; written < LeastPackets; turn++)
        {
            foreach (var packet in recorded)
            {
                for (var copy = 0; copy < AtOnce; copy++)
                    Write(output, packet, (turn * AtOnce) + copy, turn, snapLength);
            }

            written += recorded.Count * AtOnce;
        }

        return file;
    }

    public static async Task<long> CountAsync(string file, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        var reader = await CaptureReader.OpenAsync(stream, cancellation);
        var packets = 0L;
        while (await reader.ReadAsync(cancellation))
            packets++;
        return packets;
    }

    private static List<Packet> Recorded()
    {
        var packets = new List<Packet>();
        foreach (var file in Directory.GetFiles(Repository.Path("samples", "traffic"), "*.pcap").Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            for (var at = FileHeaderLength; at + PacketHeaderLength <= bytes.Length;)
            {
                var words = bytes.AsSpan(at);
                var length = BinaryPrimitives.ReadInt32LittleEndian(words[8..]);
                packets.Add(new(
                    bytes.AsSpan(at + PacketHeaderLength, length).ToArray(), BinaryPrimitives.ReadInt32LittleEndian(words[12..]),
                    (BinaryPrimitives.ReadUInt32LittleEndian(words) * 1_000_000L) + BinaryPrimitives.ReadUInt32LittleEndian(words[4..])));
                at += PacketHeaderLength + length;
            }
        }

        return [.. packets.OrderBy(packet => packet.Microseconds)];
    }

    private static byte[] Header(int snapLength)
    {
        var header = new byte[FileHeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0xA1B2C3D4);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), 0x00040002);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), Math.Min(snapLength, 262_144));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(20), (uint)LinkType.Ethernet);
        return header;
    }

    private static void Write(FileStream output, Packet packet, int copy, int turn, int snapLength)
    {
        var bytes = packet.Bytes.AsSpan(0, Math.Min(packet.Bytes.Length, snapLength));
        Span<byte> header = stackalloc byte[PacketHeaderLength];
        var time = packet.Microseconds + (turn * SecondsPerTurn * 1_000_000L);
        BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)(time / 1_000_000));
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)(time % 1_000_000));
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], bytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], packet.OriginalLength);
        output.Write(header);
        Readdress(bytes, copy);
        output.Write(bytes);
        Readdress(bytes, copy);
    }

    /// <summary>Flips bits of both addresses by the copy's number; doing it again undoes it.</summary>
    private static void Readdress(Span<byte> frame, int copy)
    {
        if (frame.Length < EthernetLength + 40)
            return;
        var mask = (uint)copy * 0x9E3779B1;
        var (first, second) = BinaryPrimitives.ReadUInt16BigEndian(frame[12..]) switch
        {
            0x0800 => (12, 16),
            0x86DD => (20, 36),
            _ => (0, 0),
        };
        if (first == 0)
            return;
        Flip(frame[(EthernetLength + first)..], mask & 0x00FFFFFF);
        Flip(frame[(EthernetLength + second)..], mask & 0x00FFFFFF);
    }

    private static void Flip(Span<byte> bytes, uint mask) =>
        BinaryPrimitives.WriteUInt32BigEndian(bytes, BinaryPrimitives.ReadUInt32BigEndian(bytes) ^ mask);
}
