using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>
/// Aggregates as bytes, a part each: format version, then the entries in the order of their keys, numbers as varints. The same aggregate always
/// makes the same bytes. Lists are of version 2; those of version 1 are still read.
/// </summary>
public static class AggregateCodec
{
    private const int SeriesVersion = 1;
    private const int ListVersion = 2;

    /// <summary>A part's bytes; at most about 20 bytes a listed key, 50 where IPv6 addresses are combined.</summary>
    public static byte[] Encode(Aggregate aggregate, AggregatePart part)
    {
        var writer = new ByteWriter();
        writer.Byte(part is AggregatePart.Series or AggregatePart.Variances ? SeriesVersion : ListVersion);
        switch (part)
        {
            case AggregatePart.Series: SeriesCodec.Write(writer, aggregate.Series); break;
            case AggregatePart.Variances: SeriesCodec.Write(writer, aggregate.Variances); break;
            case AggregatePart.Distinct: Write(writer, aggregate.Distinct); break;
            default: ListOf(aggregate, part).Write(writer); break;
        }

        return writer.ToArray();
    }

    /// <summary>An aggregate of the given parts; the others are empty.</summary>
    /// <exception cref="ChunkFormatException">The bytes are no such part.</exception>
    public static Aggregate Decode(IEnumerable<KeyValuePair<AggregatePart, ReadOnlyMemory<byte>>> parts)
    {
        var bytes = parts.ToDictionary();
        var size = AggregateSize.Period;
        return new Aggregate
        {
            Series = Read(bytes, AggregatePart.Series, SeriesCodec.Read, []),
            Variances = Read(bytes, AggregatePart.Variances, SeriesCodec.ReadVariances, []),
            Sources = ReadTop<IpAddress>(bytes, AggregatePart.Sources, size.Keys),
            Destinations = ReadTop<IpAddress>(bytes, AggregatePart.Destinations, size.Keys),
            DestinationPorts = ReadTop<Port>(bytes, AggregatePart.DestinationPorts, size.Keys),
            Enis = ReadTop<ResourceId>(bytes, AggregatePart.Enis, size.Keys),
            Rules = ReadTop<ResourceId>(bytes, AggregatePart.Rules, size.Keys),
            Vpcs = ReadTop<ResourceId>(bytes, AggregatePart.Vpcs, size.Keys),
            Pairs = ReadTop<AddressPair>(bytes, AggregatePart.Pairs, size.Combinations),
            Tuples = ReadTop<JudgedTuple>(bytes, AggregatePart.Tuples, size.Combinations, TopMeasure.Records),
            Conversations = ReadTop<Conversation>(bytes, AggregatePart.Conversations, size.Combinations),
            Distinct = Read(bytes, AggregatePart.Distinct, ReadDistinct, new()),
            IsOld = bytes.Any(part => part.Key is >= AggregatePart.Sources and <= AggregatePart.Enis && part.Value.Length > 0 && part.Value.Span[0] == FirstListCodec.Version),
        };
    }

    private static KeyList ListOf(Aggregate aggregate, AggregatePart part) => part switch
    {
        AggregatePart.Sources => aggregate.Sources,
        AggregatePart.Destinations => aggregate.Destinations,
        AggregatePart.DestinationPorts => aggregate.DestinationPorts,
        AggregatePart.Enis => aggregate.Enis,
        AggregatePart.Rules => aggregate.Rules,
        AggregatePart.Vpcs => aggregate.Vpcs,
        AggregatePart.Pairs => aggregate.Pairs,
        AggregatePart.Tuples => aggregate.Tuples,
        _ => aggregate.Conversations,
    };

    private delegate T Reading<T>(ref ByteReader reader);

    private static T Read<T>(Dictionary<AggregatePart, ReadOnlyMemory<byte>> parts, AggregatePart part, Reading<T> read, T absent)
    {
        if (!parts.TryGetValue(part, out var bytes))
            return absent;
        var expected = part is AggregatePart.Series or AggregatePart.Variances ? SeriesVersion : ListVersion;
        var reader = new ByteReader((int)part, bytes.Span);
        if (reader.Byte() is var version && version != expected)
            throw reader.Corrupt($"aggregate version {version} is not known here");
        var value = read(ref reader);
        reader.End();
        return value;
    }

    private static TopList<TKey> ReadTop<TKey>(
        Dictionary<AggregatePart, ReadOnlyMemory<byte>> parts, AggregatePart part, int capacity, TopMeasure measure = TopMeasure.Bytes)
        where TKey : struct, IComparable<TKey>
    {
        if (parts.TryGetValue(part, out var bytes) && bytes.Length > 0 && bytes.Span[0] == FirstListCodec.Version && part <= AggregatePart.Enis)
            return FirstListCodec.Read<TKey>((int)part, bytes.Span, capacity);
        return Read(parts, part, (ref ByteReader reader) => TopListCodec.Read<TKey>(ref reader, capacity, measure), new(capacity, measure));
    }

    private static void Write(ByteWriter writer, DistinctCounts counts)
    {
        counts.Sources.Write(writer);
        counts.Destinations.Write(writer);
        counts.Flows.Write(writer);
    }

    private static DistinctCounts ReadDistinct(ref ByteReader reader)
    {
        var sources = DistinctCount.Read(ref reader);
        var destinations = DistinctCount.Read(ref reader);
        return new() { Sources = sources, Destinations = destinations, Flows = DistinctCount.Read(ref reader) };
    }
}
