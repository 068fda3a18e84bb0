using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>
/// Lists of version 1, which were written before lists knew what of a key's traffic was accepted, came in and went out: read only. They say how
/// many bytes a key can lack, but not how many records and packets: at most as many, since no packet has less than a byte and no record of
/// traffic less than a packet.
/// </summary>
internal static class FirstListCodec
{
    public const int Version = 1;

    private const int MaxKeys = 1 << 20;

    public static TopList<TKey> Read<TKey>(int part, ReadOnlySpan<byte> bytes, int capacity)
        where TKey : struct, IComparable<TKey>
    {
        var reader = new ByteReader(part, bytes);
        reader.Byte();
        var error = Amount(ref reader);
        var count = reader.Count(MaxKeys, "keys");
        var list = TopList<TKey>.Of(capacity, TopMeasure.Bytes, new(error, error, error), []);
        for (var i = 0; i < count; i++)
        {
            var key = ReadKey<TKey>(ref reader);
            var all = ReadTraffic(ref reader);
            list.Add(key, new(all, default, ReadTraffic(ref reader), default, default));
        }

        reader.End();
        return list;
    }

    private static TKey ReadKey<TKey>(ref ByteReader reader) =>
        (TKey)(typeof(TKey) == typeof(IpAddress) ? ReadAddress(ref reader) : typeof(TKey) == typeof(Port) ? ReadPort(ref reader) : (object)new ResourceId(reader.Text()));

    private static IpAddress ReadAddress(ref ByteReader reader) =>
        reader.Byte() is var length && length is 4 or 16
            ? IpAddress.FromBytes(reader.Take(length))
            : throw reader.Corrupt($"an address of {length} bytes");

    private static Port ReadPort(ref ByteReader reader)
    {
        var bits = reader.Count((1 << 24) - 1, "as a port");
        return new Port((byte)(bits >> 16), (ushort)bits);
    }

    private static Traffic ReadTraffic(ref ByteReader reader) => new(Amount(ref reader), Amount(ref reader), Amount(ref reader));

    private static long Amount(ref ByteReader reader) =>
        reader.Varint() is <= long.MaxValue and var amount ? (long)amount : throw reader.Corrupt("an amount of more than 63 bits");
}
