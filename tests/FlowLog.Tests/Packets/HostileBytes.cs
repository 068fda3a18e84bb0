namespace FlowLog.Tests.Packets;

/// <summary>Damages bytes as transmission errors, cut files and attackers do. From a seed, so that a failure can be had again.</summary>
internal sealed class HostileBytes(int seed)
{
    private static readonly byte[][] Extremes =
    [
        [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [0x80, 0, 0, 0],
        [0, 0, 0, 0x80], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0xFC, 0xFF], [0, 0, 0, 1], [0xFF, 0xFF], [0, 0], [0xFF], [0],
    ];

    public Random Random { get; } = new(seed);

    /// <summary>Bytes of chance.</summary>
    public byte[] Noise(int most)
    {
        var bytes = new byte[Random.Next(most + 1)];
        Random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>A damaged copy; the first bytes that differ are at <paramref name="first"/> or behind.</summary>
    public byte[] Damaged(byte[] whole, out int first)
    {
        var bytes = whole.ToArray();
        first = bytes.Length;
        for (var times = Random.Next(1, 6); times > 0 && bytes.Length > 0; times--)
        {
            var at = Random.Next(bytes.Length);
            first = Math.Min(first, at);
            bytes = Hurt(bytes, at);
        }

        return bytes;
    }

    private byte[] Hurt(byte[] bytes, int at)
    {
        switch (Random.Next(6))
        {
            case 0:
                return bytes[..at];
            case 1:
                return [.. bytes[..at], .. Noise(40), .. bytes[at..]];
            case 2:
                return [.. bytes[..at], .. bytes[Random.Next(at, bytes.Length)..]];
            case 3:
                bytes[at] ^= (byte)(1 << Random.Next(8));
                return bytes;
            case 4:
                bytes[at] = (byte)Random.Next(256);
                return bytes;
            default:
                var extreme = Extremes[Random.Next(Extremes.Length)];
                extreme.AsSpan(0, Math.Min(extreme.Length, bytes.Length - at)).CopyTo(bytes.AsSpan(at));
                return bytes;
        }
    }
}
