using Azure.Data.Tables;
using FlowLog.Ledger;
using FlowLog.Reports;

namespace FlowLogFunctions.Storage;

/// <summary>
/// A roll-up as an entity of its day's table: the aggregate's parts as a chunk has them, the batches of an hour (<c>s</c>), whether it was closed (<c>k</c>), what they say
/// (<c>b</c>, and <c>x</c> of lost ones), the hours of a day (<c>h</c>). One that would be larger than an entity has none of the parts: whoever reads goes a level down.
/// </summary>
internal static class RollUpRow
{
    /// <summary>Bytes of statements that an hour's roll-up takes.</summary>
    private const int MostSaid = (AggregateProperties.PropertiesOfPart * TableLimits.PropertyBytes) - 1;

    private const string Batches = "s";
    private const string Closed = "k";
    private const string Hours = "h";
    private const string Statements = "b";
    private const string Lost = "x";

    /// <summary>What tells which records are in it.</summary>
    public static readonly IReadOnlyList<string> Cover = ["PartitionKey", "RowKey", Closed, Hours, .. Names(Batches), .. Names(Statements), .. Names(Lost)];

    /// <summary>What tells the statements of an hour's batches.</summary>
    public static readonly IReadOnlyList<string> SaidBy = ["PartitionKey", "RowKey", .. Names(Statements), .. Names(Lost)];

    /// <summary>What holds the parts, without the batches' names.</summary>
    public static IReadOnlyList<string> Select(IEnumerable<AggregatePart> parts) =>
        ["PartitionKey", "RowKey", Closed, Hours, .. AggregateProperties.Select(parts.Append(AggregatePart.Series).Distinct())];

    public static TableEntity Write(string row, RollUp rollUp)
    {
        var entity = Plain(row, rollUp);
        if (rollUp.Aggregate is not { } aggregate)
            return entity;
        AggregateProperties.Write(entity, aggregate);
        WriteSaid(entity, rollUp.Said);
        if (rollUp.Batches is { Count: <= BatchNames.Most } batches)
            SplitProperty.Write(entity, Batches, BatchNames.Write(batches));
        return EntitySize.Fits(entity) && AggregateProperties.Fit(entity) && !entity.ContainsKey(SplitProperty.Name(Batches, AggregateProperties.PropertiesOfPart))
            ? entity
            : Plain(row, rollUp);
    }

    /// <summary>The statements alone, for a row that is there.</summary>
    public static TableEntity WriteSaid(string row, RollUp rollUp)
    {
        var entity = new TableEntity(LogstoreKeys.RollUpPartition, row);
        WriteSaid(entity, rollUp.Said);
        return entity;
    }

    public static RollUp Read(TableEntity entity, IReadOnlyCollection<AggregatePart> parts) => new(AggregateProperties.Has(entity) && AggregateProperties.HasAll(entity, parts) ? AggregateProperties.Read(entity, parts) : null)
    {
        Batches = SplitProperty.Read(entity, Batches) is { } names ? BatchNames.Read(names) : null,
        IsClosed = entity.GetBoolean(Closed) == true,
        Hours = entity.GetInt32(Hours) ?? 0,
        Said = ReadSaid(entity),
        ETag = entity.ETag.ToString(),
    };

    /// <summary>Those of batches that have arrived, and of those in the poison queue; nothing if they are too many, in place of what may be there.</summary>
    private static void WriteSaid(TableEntity entity, IReadOnlyList<LedgerEntry>? said)
    {
        if (said is null)
            return;
        var isCodable = said.Count <= StatementCodec.MaxStatements;
        var (arrived, lost) = isCodable ? (Encoded(said, isLost: false), Encoded(said, isLost: true)) : ([], []);
        var fits = arrived.Length + lost.Length <= MostSaid;
        SplitProperty.WriteEnded(entity, Statements, fits ? arrived : []);
        SplitProperty.WriteEnded(entity, Lost, fits ? lost : []);
    }

    private static byte[] Encoded(IEnumerable<LedgerEntry> said, bool isLost) =>
        StatementCodec.Encode([.. said.Where(entry => entry.IsLost == isLost).Select(entry => entry.Statement)]);

    private static IReadOnlyList<LedgerEntry>? ReadSaid(TableEntity entity) =>
        SplitProperty.Read(entity, Statements) is { Length: > 0 } arrived && SplitProperty.Read(entity, Lost) is { Length: > 0 } lost
            ? [.. StatementCodec.Decode(arrived).Select(statement => new LedgerEntry(statement, false)), .. StatementCodec.Decode(lost).Select(statement => new LedgerEntry(statement, true))]
            : null;

    private static IEnumerable<string> Names(string name) => SplitProperty.Names(name, AggregateProperties.PropertiesOfPart * TableLimits.PropertyBytes);

    private static TableEntity Plain(string row, RollUp rollUp) => new(LogstoreKeys.RollUpPartition, row)
    {
        [Closed] = rollUp.IsClosed,
        [Hours] = rollUp.Hours,
    };
}
