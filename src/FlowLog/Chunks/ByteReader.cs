using System.Buffers.Binary;
using System.Text;

namespace FlowLog.Chunks;

/// <summary>Reads bytes that nobody vouches for: whatever is short or out of bounds is a <see cref="ChunkFormatException"/>.</summary>
/// <param name="start">Where the bytes begin in what an exception counts its offset from.</param>
internal ref struct ByteReader(int columnId, ReadOnlySpan<byte> bytes, long start = 0)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>The same bytes, for whoever keeps them for later.</summary>
    public ReadOnlyMemory<byte> Memory { get; init; }

    public int ColumnId { get; } = columnId;

    public int Offset { get; private set; }

    public readonly int Remaining => _bytes.Length - Offset;

    public byte Byte() => Take(1)[0];

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>The next bytes, not copied.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > Remaining)
            throw Corrupt($"{count} bytes expected, {Remaining} left");
        var taken = _bytes.Slice(Offset, count);
        Offset += count;
        return taken;
    }

    public ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var b = Byte();
            if (shift == 63 && b > 1)
                break;
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
                return value;
        }

        throw Corrupt("a number of more than 64 bits");
    }

    public long Signed()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A varint from 0 to <paramref name="max"/>.</summary>
    public int Count(int max, string what)
    {
        var value = Varint();
        return value <= (ulong)max ? (int)value : throw Corrupt($"{value} {what}; at most {max} can be");
    }

    /// <summary>UTF-8 with its length before it.</summary>
    public string Text() => Utf8(Take(Count(ChunkLimits.MaxTextBytes, "bytes of text")));

    public readonly string Utf8(ReadOnlySpan<byte> text)
    {
        try
        {
            return Strict.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            throw Corrupt("a text that is not UTF-8");
        }
    }

    /// <summary>Nothing may follow.</summary>
    public readonly void End()
    {
        if (Remaining != 0)
            throw Corrupt($"{Remaining} bytes too many");
    }

    public readonly ChunkFormatException Corrupt(string message) => new(ColumnId, start + Offset, message);
}
