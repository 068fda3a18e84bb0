using Azure.Data.Tables;
using FlowLog.Reports;

namespace FlowLogFunctions.Storage;

/// <summary>
/// A roll-up as an entity of its day's table: the aggregate's parts as a chunk has them, the batches of an hour (<c>s</c>), whether it was closed (<c>k</c>), the
/// hours of a day (<c>h</c>). One that would be larger than an entity has none of the parts: whoever reads goes a level down.
/// </summary>
internal static class RollUpRow
{
    private const string Batches = "s";
    private const string Closed = "k";
    private const string Hours = "h";

    /// <summary>What tells which records are in it.</summary>
    public static readonly IReadOnlyList<string> Cover =
        ["PartitionKey", "RowKey", Closed, Hours, .. SplitProperty.Names(Batches, AggregateProperties.PropertiesOfPart * TableLimits.PropertyBytes)];

    /// <summary>What holds the parts, without the batches' names.</summary>
    public static IReadOnlyList<string> Select(IEnumerable<AggregatePart> parts) =>
        ["PartitionKey", "RowKey", Closed, Hours, .. AggregateProperties.Select(parts.Append(AggregatePart.Series).Distinct())];

    public static TableEntity Write(string row, RollUp rollUp)
    {
        var entity = Plain(row, rollUp);
        if (rollUp.Aggregate is not { } aggregate)
            return entity;
        AggregateProperties.Write(entity, aggregate);
        if (rollUp.Batches is { Count: <= BatchNames.Most } batches)
            SplitProperty.Write(entity, Batches, BatchNames.Write(batches));
        return EntitySize.Fits(entity) && AggregateProperties.Fit(entity) && !entity.ContainsKey(SplitProperty.Name(Batches, AggregateProperties.PropertiesOfPart))
            ? entity
            : Plain(row, rollUp);
    }

    public static RollUp Read(TableEntity entity, IReadOnlyCollection<AggregatePart> parts) => new(AggregateProperties.Has(entity) && AggregateProperties.HasAll(entity, parts) ? AggregateProperties.Read(entity, parts) : null)
    {
        Batches = SplitProperty.Read(entity, Batches) is { } names ? BatchNames.Read(names) : null,
        IsClosed = entity.GetBoolean(Closed) == true,
        Hours = entity.GetInt32(Hours) ?? 0,
        ETag = entity.ETag.ToString(),
    };

    private static TableEntity Plain(string row, RollUp rollUp) => new(LogstoreKeys.RollUpPartition, row)
    {
        [Closed] = rollUp.IsClosed,
        [Hours] = rollUp.Hours,
    };
}
