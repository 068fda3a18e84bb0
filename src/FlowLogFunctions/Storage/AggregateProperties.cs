using System.Globalization;
using Azure.Data.Tables;
using FlowLog.Reports;

namespace FlowLogFunctions.Storage;

/// <summary>Parts of an aggregate as properties of an entity: <c>a1</c>, <c>a2</c> … by their number, cut where they are longer than a property.</summary>
internal static class AggregateProperties
{
    /// <summary>Properties that a part fills at most, so that a reader knows what to ask for.</summary>
    public const int PropertiesOfPart = 4;

    public static string Name(AggregatePart part) => string.Create(CultureInfo.InvariantCulture, $"a{(int)part}");

    /// <summary>The properties that hold these parts.</summary>
    public static IEnumerable<string> Select(IEnumerable<AggregatePart> parts) =>
        parts.SelectMany(part => SplitProperty.Names(Name(part), PropertiesOfPart * TableLimits.PropertyBytes));

    public static void Write(TableEntity entity, Aggregate aggregate)
    {
        foreach (var part in Enum.GetValues<AggregatePart>().Where(part => part != AggregatePart.Variances || aggregate.Variances.Count > 0))
            SplitProperty.Write(entity, Name(part), AggregateCodec.Encode(aggregate, part));
    }

    /// <summary>Whether no part fills more properties than a reader asks for.</summary>
    public static bool Fit(TableEntity entity) =>
        !Enum.GetValues<AggregatePart>().Any(part => entity.ContainsKey(SplitProperty.Name(Name(part), PropertiesOfPart)));

    /// <summary>Whether there is an aggregate, if its series was asked for.</summary>
    public static bool Has(TableEntity entity) => entity.ContainsKey(Name(AggregatePart.Series));

    /// <summary>Whether each of these parts is there that is always written.</summary>
    public static bool HasAll(TableEntity entity, IEnumerable<AggregatePart> parts) =>
        parts.All(part => part == AggregatePart.Variances || entity.ContainsKey(Name(part)));

    /// <exception cref="FlowLog.Chunks.ChunkFormatException">A part is damaged.</exception>
    public static Aggregate Read(TableEntity entity, IEnumerable<AggregatePart> parts) => AggregateCodec.Decode(
        from part in parts
        let bytes = SplitProperty.Read(entity, Name(part))
        where bytes is not null
        select new KeyValuePair<AggregatePart, ReadOnlyMemory<byte>>(part, bytes));
}
