using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>
/// Aggregates as bytes, a part each: format version, count, then the entries in the order of their keys, numbers as varints. The
/// same aggregate always makes the same bytes.
/// </summary>
public static class AggregateCodec
{
    private const int FormatVersion = 1;
    private const int MaxEntries = 1 << 20;

    /// <summary>A part's bytes; at most about 20 bytes a listed key.</summary>
    public static byte[] Encode(Aggregate aggregate, AggregatePart part)
    {
        var writer = new ByteWriter();
        writer.Byte(FormatVersion);
        switch (part)
        {
            case AggregatePart.Series: WriteSeries(writer, aggregate.Series); break;
            case AggregatePart.Sources: Write(writer, aggregate.Sources, WriteAddress); break;
            case AggregatePart.Destinations: Write(writer, aggregate.Destinations, WriteAddress); break;
            case AggregatePart.DestinationPorts: Write(writer, aggregate.DestinationPorts, (to, port) => to.Varint((ulong)port.Bits)); break;
            case AggregatePart.Variances: WriteVariances(writer, aggregate.Variances); break;
            default: Write(writer, aggregate.Enis, (to, eni) => to.Text(eni.Id)); break;
        }

        return writer.ToArray();
    }

    /// <summary>An aggregate of the given parts; the others are empty.</summary>
    /// <exception cref="ChunkFormatException">The bytes are no such part.</exception>
    public static Aggregate Decode(IEnumerable<KeyValuePair<AggregatePart, ReadOnlyMemory<byte>>> parts)
    {
        var bytes = parts.ToDictionary();
        return new Aggregate
        {
            Series = Read(bytes, AggregatePart.Series, ReadSeries, []),
            Variances = Read(bytes, AggregatePart.Variances, ReadVariances, []),
            Sources = Read(bytes, AggregatePart.Sources, (ref ByteReader from) => ReadTop(ref from, ReadAddress), new(Aggregate.TopCapacity)),
            Destinations = Read(bytes, AggregatePart.Destinations, (ref ByteReader from) => ReadTop(ref from, ReadAddress), new(Aggregate.TopCapacity)),
            DestinationPorts = Read(bytes, AggregatePart.DestinationPorts, (ref ByteReader from) => ReadTop(ref from, ReadPort), new(Aggregate.TopCapacity)),
            Enis = Read(bytes, AggregatePart.Enis, (ref ByteReader from) => ReadTop(ref from, ReadEni), new(Aggregate.TopCapacity)),
        };
    }

    private delegate T Reading<T>(ref ByteReader reader);

    private static T Read<T>(Dictionary<AggregatePart, ReadOnlyMemory<byte>> parts, AggregatePart part, Reading<T> read, T absent)
    {
        if (!parts.TryGetValue(part, out var bytes))
            return absent;
        var reader = new ByteReader((int)part, bytes.Span);
        if (reader.Byte() is var version && version != FormatVersion)
            throw reader.Corrupt($"aggregate version {version} is not known here");
        var value = read(ref reader);
        reader.End();
        return value;
    }

    private static void WriteSeries(ByteWriter writer, Dictionary<SeriesKey, Traffic> series)
    {
        writer.Varint((ulong)series.Count);
        var previous = 0L;
        foreach (var (key, traffic) in series.OrderBy(point => point.Key))
        {
            writer.Signed(key.Minute - previous);
            writer.Varint((ulong)key.Kind);
            Write(writer, traffic);
            previous = key.Minute;
        }
    }

    private static Dictionary<SeriesKey, Traffic> ReadSeries(ref ByteReader reader)
    {
        var series = new Dictionary<SeriesKey, Traffic>();
        var count = reader.Count(MaxEntries, "points");
        for (var (i, minute) = (0, 0L); i < count; i++)
        {
            minute += reader.Signed();
            var key = SeriesKey.Of(minute, reader.Count(1 << 24, "kinds"));
            series[key] = ReadTraffic(ref reader);
        }

        return series;
    }

    private static void WriteVariances(ByteWriter writer, Dictionary<SeriesKey, Variance> variances)
    {
        writer.Varint((ulong)variances.Count);
        foreach (var (key, variance) in variances.OrderBy(point => point.Key))
        {
            writer.Signed(key.Minute);
            writer.Varint((ulong)key.Kind);
            writer.Varint(BitConverter.DoubleToUInt64Bits(variance.Packets));
            writer.Varint(BitConverter.DoubleToUInt64Bits(variance.Bytes));
        }
    }

    private static Dictionary<SeriesKey, Variance> ReadVariances(ref ByteReader reader)
    {
        var variances = new Dictionary<SeriesKey, Variance>();
        var count = reader.Count(MaxEntries, "points");
        for (var i = 0; i < count; i++)
        {
            var key = SeriesKey.Of(reader.Signed(), reader.Count(1 << 24, "kinds"));
            variances[key] = new(BitConverter.UInt64BitsToDouble(reader.Varint()), BitConverter.UInt64BitsToDouble(reader.Varint()));
        }

        return variances;
    }

    private static void Write<TKey>(ByteWriter writer, TopList<TKey> list, Action<ByteWriter, TKey> writeKey)
        where TKey : struct, IComparable<TKey>
    {
        writer.Varint((ulong)list.Error);
        writer.Varint((ulong)list.Count);
        foreach (var (key, share) in list.ByKey())
        {
            writeKey(writer, key);
            Write(writer, share.All);
            Write(writer, share.Rejected);
        }
    }

    private static TopList<TKey> ReadTop<TKey>(ref ByteReader reader, Reading<TKey> readKey)
        where TKey : struct, IComparable<TKey>
    {
        var error = (long)reader.Varint();
        var count = reader.Count(MaxEntries, "keys");
        var shares = new List<KeyValuePair<TKey, Share>>(Math.Min(count, Aggregate.TopCapacity));
        for (var i = 0; i < count; i++)
            shares.Add(new(readKey(ref reader), new Share(ReadTraffic(ref reader), ReadTraffic(ref reader))));
        return TopList<TKey>.Of(Aggregate.TopCapacity, error, shares);
    }

    private static void WriteAddress(ByteWriter writer, IpAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, address.Bits);
        writer.Byte(address.IsIPv6 ? 16 : 4);
        writer.Bytes(address.IsIPv6 ? bytes : bytes[12..]);
    }

    private static IpAddress ReadAddress(ref ByteReader reader) =>
        reader.Byte() is var length && length is 4 or 16
            ? IpAddress.FromBytes(reader.Take(length))
            : throw reader.Corrupt($"an address of {length} bytes");

    private static Port ReadPort(ref ByteReader reader)
    {
        var bits = reader.Count((1 << 24) - 1, "as a port");
        return new Port((byte)(bits >> 16), (ushort)bits);
    }

    private static EniName ReadEni(ref ByteReader reader) => new(reader.Text());

    private static void Write(ByteWriter writer, Traffic traffic)
    {
        writer.Varint((ulong)traffic.Records);
        writer.Varint((ulong)traffic.Packets);
        writer.Varint((ulong)traffic.Bytes);
    }

    private static Traffic ReadTraffic(ref ByteReader reader) => new((long)reader.Varint(), (long)reader.Varint(), (long)reader.Varint());
}
