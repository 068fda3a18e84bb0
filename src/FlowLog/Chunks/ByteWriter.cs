using System.Buffers.Binary;
using System.Text;

namespace FlowLog.Chunks;

/// <summary>Bytes that grow at their end. The mirror of <see cref="ByteReader"/>.</summary>
internal sealed class ByteWriter(int capacity = 256)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Byte(int value) => Reserve(1)[0] = (byte)value;

    /// <summary>Seven bits a byte, lowest first, the top bit set on all but the last.</summary>
    public void Varint(ulong value)
    {
        var target = Reserve(10);
        var used = 0;
        for (; value >= 0x80; value >>= 7)
            target[used++] = (byte)(value | 0x80);
        target[used++] = (byte)value;
        Length -= 10 - used;
    }

    /// <summary>A varint that is short for small numbers of either sign: 0, -1, 1, -2 … as 0, 1, 2, 3 …</summary>
    public void Signed(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Reserve(4), value);

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    /// <summary>A varint length and UTF-8.</summary>
    /// <exception cref="ArgumentException">Longer than <see cref="ChunkLimits.MaxTextBytes"/>.</exception>
    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (length > ChunkLimits.MaxTextBytes)
            throw new ArgumentException($"A text of {length} bytes; at most {ChunkLimits.MaxTextBytes} are allowed.", nameof(text));
        Varint((ulong)length);
        Encoding.UTF8.GetBytes(text, Reserve(length));
    }

    /// <summary>Room for <paramref name="count"/> bytes at the end, counted as written; whatever lay there before still does.</summary>
    public Span<byte> Reserve(int count)
    {
        if (Length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(Length + count, _bytes.Length * 2));
        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }

    /// <summary>Drops the bytes from <paramref name="start"/> to <paramref name="end"/>; what follows moves up.</summary>
    public void Remove(int start, int end)
    {
        _bytes.AsSpan(end, Length - end).CopyTo(_bytes.AsSpan(start));
        Length -= end - start;
    }

    public void Clear() => Length = 0;

    public byte[] ToArray() => Written.ToArray();
}
