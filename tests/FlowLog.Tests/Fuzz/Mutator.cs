using System.Buffers.Binary;

namespace FlowLog.Tests.Fuzz;

/// <summary>Spoils valid bytes as broken disks, cut transmissions and attackers do. All chance comes from one seed.</summary>
internal sealed class Mutator(int seed)
{
    /// <summary>No input is longer: what is found in long ones is found in short ones.</summary>
    public const int MaxLength = 256 * 1024;

    private static readonly ulong[] Extremes =
    [
        0, 1, 2, 3, 4, 7, 8, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x40000, 0x40001, 0xFFFFFF, 0x1000000, 0x1000004,
        0x7FFFFFFC, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFC, 0xFFFFFFFF, 0x100000000, long.MaxValue, 0x8000000000000000, ulong.MaxValue,
    ];

    public Random Random { get; } = new(seed);

    public T Pick<T>(IReadOnlyList<T> values) => values[Random.Next(values.Count)];

    public bool OneIn(int chances) => Random.Next(chances) == 0;

    public byte[] Noise(int most)
    {
        var bytes = new byte[Random.Next(most + 1)];
        Random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>One of the valid inputs, as it is or spoilt up to five times; now and then noise.</summary>
    public byte[] Spoilt(IReadOnlyList<byte[]> valid, int leastTimes = 0)
    {
        if (OneIn(50))
            return Noise(300);
        var bytes = Pick(valid).ToArray();
        for (var times = Random.Next(leastTimes, 6); times > 0; times--)
            bytes = Spoil(bytes, valid);
        return bytes.Length > MaxLength ? bytes[..MaxLength] : bytes;
    }

    private byte[] Spoil(byte[] bytes, IReadOnlyList<byte[]> valid)
    {
        var at = Random.Next(bytes.Length + 1);
        var end = Random.Next(at, Math.Min(bytes.Length, at + 400) + 1);
        switch (Random.Next(9))
        {
            case 0:
                return bytes[..at];
            case 1:
                return [.. bytes[..at], .. Noise(40), .. bytes[at..]];
            case 2:
                return [.. bytes[..at], .. bytes[end..]];
            case 3:
                return Repeated(bytes, at, end);
            case 4:
                return Spliced(bytes[..at], Pick(valid));
            case 5:
                bytes.AsSpan(at, end - at).Fill((byte)Random.Next(256));
                return bytes;
            case 6:
                return Flipped(bytes);
            default:
                return WithExtreme(bytes, at);
        }
    }

    private byte[] Flipped(byte[] bytes)
    {
        for (var times = Random.Next(1, 9); times > 0 && bytes.Length > 0; times--)
            bytes[Random.Next(bytes.Length)] ^= (byte)(1 << Random.Next(8));
        return bytes;
    }

    private byte[] Spliced(byte[] head, byte[] other) => [.. head, .. other[Random.Next(other.Length + 1)..]];

    private byte[] Repeated(byte[] bytes, int at, int end)
    {
        var times = Math.Min(OneIn(10) ? Random.Next(1000) : Random.Next(4), (MaxLength - bytes.Length) / Math.Max(1, end - at));
        return [.. bytes[..end], .. Enumerable.Repeat(bytes[at..end], Math.Max(0, times)).SelectMany(part => part), .. bytes[end..]];
    }

    /// <summary>A number that a length field could hold, in any width and either order; also the true lengths and one beside them.</summary>
    private byte[] WithExtreme(byte[] bytes, int at)
    {
        var value = Random.Next(4) switch
        {
            0 => (ulong)(bytes.Length + Random.Next(-1, 2)),
            1 => (ulong)(bytes.Length - at + Random.Next(-9, 10)),
            _ => Pick(Extremes),
        };
        Span<byte> field = stackalloc byte[8];
        var width = 1 << Random.Next(4);
        if (OneIn(2))
            BinaryPrimitives.WriteUInt64LittleEndian(field, value);
        else
            BinaryPrimitives.WriteUInt64BigEndian(field, value << (64 - (8 * width)));
        width = Math.Min(width, bytes.Length - at);
        field[..width].CopyTo(bytes.AsSpan(at));
        return bytes;
    }
}
