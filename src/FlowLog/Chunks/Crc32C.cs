using System.Buffers.Binary;
using System.Numerics;

namespace FlowLog.Chunks;

/// <summary>CRC-32C (Castagnoli, reflected, as in RFC 3720), which processors compute in one instruction for eight bytes.</summary>
internal static class Crc32C
{
    public const int Size = 4;

    /// <summary>The checksum of the bytes alone.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => ~Continue(uint.MaxValue, bytes);

    /// <summary>
    /// The checksum of a column: of its number (1 byte), its row count (4 bytes, little-endian) and its bytes, so that a
    /// column that stands in another's place, or beside a wrong row count, is found out.
    /// </summary>
    public static uint OfColumn(int columnId, int rows, ReadOnlySpan<byte> bytes)
    {
        var crc = BitOperations.Crc32C(uint.MaxValue, (byte)columnId);
        return ~Continue(BitOperations.Crc32C(crc, (uint)rows), bytes);
    }

    private static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var b in bytes)
            crc = BitOperations.Crc32C(crc, b);
        return crc;
    }
}
