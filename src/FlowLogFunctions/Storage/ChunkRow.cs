using System.Globalization;
using Azure.Data.Tables;
using FlowLog.Chunks;
using FlowLog.Ledger;

namespace FlowLogFunctions.Storage;

/// <summary>
/// A chunk as an entity: each column a binary property (<c>c9</c>), each part of its report aggregate another (<c>a1</c>), cut where they are
/// longer than a property, and small plain ones that a scan skips it by: rows (<c>n</c>), least and greatest start (<c>t0</c>, <c>t1</c>, Unix
/// seconds), bytes of the columns (<c>z</c>), and what it is charged for (<c>uw</c>, <c>ui</c>, <c>ut</c>, <c>uq</c>). What its batches say of
/// their steps is another binary one (<c>b</c>); a batch of which no row is kept has little else. A merged chunk also names the batches in it
/// (<c>s</c>) and when the last of them was stored (<c>ts</c>); what is left of each of those has none of all this but the merged row's name (<c>m</c>), so that no scan finds it and a delivery
/// that is repeated still does.
/// </summary>
internal static class ChunkRow
{
    public const string Rows = "n";
    public const string Least = "t0";
    public const string Greatest = "t1";
    public const string Bytes = "z";
    public const string Sources = "s";
    public const string Statements = "b";

    private const string StoredAt = "Timestamp";
    private const string LastSourceAt = "ts";

    private const string Written = "uw";
    private const string Indexed = "ui";
    private const string TableCalls = "ut";
    private const string QueueCalls = "uq";

    public const string MergedInto = "m";

    /// <summary>Names of properties that one read asks for; past it the whole entity is read, as addresses of calls are bounded.</summary>
    private const int MaxNames = 100;

    /// <summary>Properties that the statements fill at most, so that a reader knows what to ask for.</summary>
    private const int PropertiesOfPart = AggregateProperties.PropertiesOfPart;

    private const char Between = ' ';

    /// <summary>What tells whether a scan needs the chunk.</summary>
    public static readonly IReadOnlyList<string> Header = ["PartitionKey", "RowKey", Rows, Least, Greatest, Bytes, Sources, StoredAt, LastSourceAt];

    /// <summary>What tells its charge.</summary>
    public static readonly IReadOnlyList<string> Charged = [Rows, Written, Indexed, TableCalls, QueueCalls];

    /// <summary>What holds the statements of batches.</summary>
    public static readonly IReadOnlyList<string> Said = [.. SplitProperty.Names(Statements, PropertiesOfPart * TableLimits.PropertyBytes)];

    public static string Column(int id) => string.Create(CultureInfo.InvariantCulture, $"c{id}");

    /// <summary>The properties that hold columns of a chunk, and what tells that it is one; null for all.</summary>
    /// <param name="bytes">Of all its columns.</param>
    public static IReadOnlyList<string>? Select(IEnumerable<int> columns, int bytes)
    {
        IReadOnlyList<string> names = [Rows, Least, .. columns.SelectMany(id => SplitProperty.Names(Column(id), bytes))];
        return names.Count <= MaxNames ? names : null;
    }

    public static TableEntity Write(string partition, string row, NewChunk chunk)
    {
        var entity = Entity(partition, row, chunk);
        return Fits(entity)
            ? entity
            : throw new InvalidOperationException($"The chunk {row} makes an entity of {EntitySize.Of(entity)} bytes; at most {TableLimits.EntityBytes} fit.");
    }

    /// <summary>A merged chunk; null if it is larger than an entity may be.</summary>
    /// <param name="sources">Rows of the chunks in it.</param>
    /// <param name="lastSourceAt">When the last of them was stored.</param>
    public static TableEntity? WriteMerged(string partition, NewChunk chunk, IReadOnlyList<string> sources, DateTimeOffset? lastSourceAt)
    {
        var entity = Entity(partition, LogstoreKeys.MergedRow(sources[0]), chunk);
        entity[Sources] = string.Join(Between, sources.Select(LogstoreKeys.BatchOf));
        if (lastSourceAt is not null)
            entity[LastSourceAt] = lastSourceAt;
        return Fits(entity) ? entity : null;
    }

    /// <summary>What is left of a chunk that is merged, in place of the version that was read.</summary>
    public static TableEntity Marker(TableEntity source, string mergedRow) =>
        new(source.PartitionKey, source.RowKey) { ETag = source.ETag, [MergedInto] = mergedRow };

    /// <summary>The rows of the chunks in a merged one; none for any other.</summary>
    public static IEnumerable<string> SourcesOf(TableEntity entity) =>
        entity.GetString(Sources) is { } batches ? batches.Split(Between).Select(LogstoreKeys.ChunkRow) : [];

    /// <summary>The columns of these numbers; null if the chunk has been merged into another.</summary>
    public static Chunk? Read(TableEntity entity, IEnumerable<int> columns)
    {
        if (entity.GetInt64(Least) is null)
            return null;
        var found = new Dictionary<int, ReadOnlyMemory<byte>>();
        foreach (var id in columns)
        {
            if (SplitProperty.Read(entity, Column(id)) is { } bytes)
                found[id] = bytes;
        }

        return new Chunk { Rows = entity.GetInt32(Rows) ?? 0, Columns = found };
    }

    public static ChunkHeader ReadHeader(string table, TableEntity entity) => new(
        table, entity.PartitionKey, entity.RowKey, entity.GetInt32(Rows) ?? 0,
        new(entity.GetInt64(Least) ?? 0, entity.GetInt64(Greatest) ?? 0), entity.GetInt32(Bytes) ?? 0)
    {
        Batches = [.. SourcesOf(entity).DefaultIfEmpty(entity.RowKey).Select(row => $"{entity.PartitionKey}/{row}")],
        StoredAt = entity.Timestamp,
        LastSourceAt = entity.GetDateTimeOffset(LastSourceAt),
    };

    public static ChunkCharge ReadCharge(TableEntity entity) => new(
        entity.GetInt64(Written) ?? 0, entity.GetInt64(Indexed) ?? 0, entity.GetInt32(TableCalls) ?? 0, entity.GetInt32(QueueCalls) ?? 0);

    /// <summary>What the batches of a chunk say; nothing for those that came without a statement.</summary>
    /// <exception cref="ChunkFormatException">They are damaged.</exception>
    public static IReadOnlyList<BatchStatement> ReadStatements(TableEntity entity) =>
        SplitProperty.Read(entity, Statements) is { } bytes ? StatementCodec.Decode(bytes) : [];

    /// <summary>A row that holds nothing but statements.</summary>
    public static TableEntity WriteStatements(string partition, string row, IReadOnlyList<BatchStatement> statements)
    {
        var entity = new TableEntity(partition, row);
        SplitProperty.Write(entity, Statements, StatementCodec.Encode(statements));
        return entity;
    }

    private static bool Fits(TableEntity entity) =>
        EntitySize.Fits(entity) && AggregateProperties.Fit(entity) && !entity.ContainsKey(SplitProperty.Name(Statements, PropertiesOfPart));

    private static TableEntity Entity(string partition, string row, NewChunk chunk)
    {
        var entity = new TableEntity(partition, row)
        {
            [Rows] = chunk.Chunk.Rows,
            [Least] = chunk.Starts.Least,
            [Greatest] = chunk.Starts.Greatest,
            [Bytes] = chunk.Chunk.Size,
            [Written] = chunk.Charge.Written,
            [Indexed] = chunk.Charge.Indexed,
            [TableCalls] = chunk.Charge.TableCalls,
            [QueueCalls] = chunk.Charge.QueueCalls,
        };
        foreach (var (id, bytes) in chunk.Chunk.Columns)
            SplitProperty.Write(entity, Column(id), bytes);
        if (chunk.Statements.Count > 0)
            SplitProperty.Write(entity, Statements, StatementCodec.Encode(chunk.Statements));
        if (chunk.Aggregate is { } aggregate)
            AggregateProperties.Write(entity, aggregate);

        return entity;
    }
}
