using FlowLog.Chunks;

namespace FlowLog.Reports;

/// <summary>
/// A list as bytes: what an unlisted key can have, the number of keys, whether all are exact, then by key: its difference to the one before, all of its
/// traffic, one byte that says of what was accepted, refused, came in and went out whether that is nothing, all of it, or follows, and unless
/// all are exact what it can lack. 8 bytes a key for most.
/// </summary>
internal static class TopListCodec
{
    private const int MaxKeys = 1 << 20;
    private const int Nothing = 0;
    private const int All = 1;
    private const int Follows = 2;

    public static void Write<TKey>(ByteWriter writer, TopList<TKey> list)
        where TKey : struct, IComparable<TKey>
    {
        var keys = list.ByKey();
        var areExact = Array.TrueForAll(keys, key => key.Missing == default);
        Write(writer, list.Missing);
        writer.Varint((ulong)keys.Length);
        writer.Byte(areExact ? 1 : 0);
        var codec = KeyCodec.Of<TKey>();
        var before = default(TKey);
        foreach (ref readonly var listed in keys.AsSpan())
        {
            codec.Write(writer, listed.Key, before);
            Write(writer, listed.Known);
            if (!areExact)
                Write(writer, listed.Missing);
            before = listed.Key;
        }
    }

    public static TopList<TKey> Read<TKey>(ref ByteReader reader, int capacity, TopMeasure measure)
        where TKey : struct, IComparable<TKey>
    {
        var missing = ReadTraffic(ref reader);
        var count = reader.Count(MaxKeys, "keys");
        var areExact = reader.Count(1, "as a mark of exact keys") == 1;
        var keys = new List<ListedKey<TKey>>(Math.Min(count, reader.Remaining / 6));
        var codec = KeyCodec.Of<TKey>();
        var before = default(TKey);
        for (var i = 0; i < count; i++)
        {
            var key = codec.Read(ref reader, before);
            if (i > 0 && key.CompareTo(before) <= 0)
                throw reader.Corrupt("keys out of their order");
            keys.Add(new(key, ReadShare(ref reader), areExact ? default : ReadTraffic(ref reader)));
            before = key;
        }

        return TopList<TKey>.Of(capacity, measure, missing, [.. keys]);
    }

    public static void Write(ByteWriter writer, Traffic traffic)
    {
        writer.Varint((ulong)traffic.Records);
        writer.Varint((ulong)traffic.Packets);
        writer.Varint((ulong)traffic.Bytes);
    }

    public static Traffic ReadTraffic(ref ByteReader reader) => new(Amount(ref reader), Amount(ref reader), Amount(ref reader));

    private static void Write(ByteWriter writer, in Share share)
    {
        Write(writer, share.All);
        var (accepted, rejected, inward, outward) = (Kind(share.Accepted, share), Kind(share.Rejected, share), Kind(share.In, share), Kind(share.Out, share));
        writer.Byte(accepted | (rejected << 2) | (inward << 4) | (outward << 6));
        WritePart(writer, share.Accepted, accepted);
        WritePart(writer, share.Rejected, rejected);
        WritePart(writer, share.In, inward);
        WritePart(writer, share.Out, outward);
    }

    private static Share ReadShare(ref ByteReader reader)
    {
        var all = ReadTraffic(ref reader);
        var kinds = reader.Byte();
        var accepted = ReadPart(ref reader, all, kinds & 3);
        var rejected = ReadPart(ref reader, all, (kinds >> 2) & 3);
        var inward = ReadPart(ref reader, all, (kinds >> 4) & 3);
        return new(all, accepted, rejected, inward, ReadPart(ref reader, all, kinds >> 6));
    }

    private static int Kind(in Traffic part, in Share share) => part == default ? Nothing : part == share.All ? All : Follows;

    private static void WritePart(ByteWriter writer, in Traffic part, int kind)
    {
        if (kind == Follows)
            Write(writer, part);
    }

    private static Traffic ReadPart(ref ByteReader reader, in Traffic all, int kind) => kind switch
    {
        Nothing => default,
        All => all,
        Follows => ReadTraffic(ref reader),
        _ => throw reader.Corrupt("a part of traffic of an unknown kind"),
    };

    private static long Amount(ref ByteReader reader) =>
        reader.Varint() is <= long.MaxValue and var amount ? (long)amount : throw reader.Corrupt("an amount of more than 63 bits");
}
