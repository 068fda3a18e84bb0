using System.Globalization;
using Azure.Data.Tables;
using FlowLog.Chunks;
using FlowLog.Reports;

namespace FlowLogFunctions.Storage;

/// <summary>
/// A chunk as an entity: each column a binary property (<c>c9</c>), each part of its report aggregate another (<c>a1</c>), and small
/// plain ones that a scan skips it by: rows (<c>n</c>), least and greatest start (<c>t0</c>, <c>t1</c>, Unix seconds).
/// What its batches say of their steps is another binary one (<c>b</c>); a batch of which no row is kept has only that.
/// </summary>
internal static class ChunkRow
{
    public const string Rows = "n";
    public const string Least = "t0";
    public const string Greatest = "t1";

    /// <summary>What <see cref="FlowLog.Ledger.StatementCodec"/> wrote.</summary>
    public const string Statements = "b";

    /// <summary>What tells whether a scan needs the chunk.</summary>
    public static readonly IReadOnlyList<string> Header = ["PartitionKey", "RowKey", Rows, Least, Greatest];

    public static string Column(int id) => string.Create(CultureInfo.InvariantCulture, $"c{id}");

    public static string Part(AggregatePart part) => string.Create(CultureInfo.InvariantCulture, $"a{(int)part}");

    public static TableEntity Write(string partition, string row, Chunk chunk, TimeSpanOfStarts starts, Aggregate? aggregate, byte[]? statements = null)
    {
        var entity = new TableEntity(partition, row)
        {
            [Rows] = chunk.Rows,
            [Least] = starts.Least,
            [Greatest] = starts.Greatest,
        };
        foreach (var (id, bytes) in chunk.Columns)
            entity[Column(id)] = Checked(bytes.ToArray(), Column(id));
        if (statements is not null)
            entity[Statements] = Checked(statements, Statements);
        if (aggregate is not null)
        {
            foreach (var part in Enum.GetValues<AggregatePart>().Where(part => part != AggregatePart.Variances || aggregate.Variances.Count > 0))
                entity[Part(part)] = Checked(AggregateCodec.Encode(aggregate, part), Part(part));
        }

        return entity;
    }

    public static Chunk Read(TableEntity entity, IEnumerable<int> columns)
    {
        var found = new Dictionary<int, ReadOnlyMemory<byte>>();
        foreach (var id in columns)
        {
            if (entity.TryGetValue(Column(id), out var value) && value is byte[] bytes)
                found[id] = bytes;
        }

        return new Chunk { Rows = entity.GetInt32(Rows) ?? 0, Columns = found };
    }

    public static Aggregate ReadAggregate(TableEntity entity, IEnumerable<AggregatePart> parts) => AggregateCodec.Decode(
        from part in parts
        let bytes = entity.TryGetValue(Part(part), out var value) ? value as byte[] : null
        where bytes is not null
        select new KeyValuePair<AggregatePart, ReadOnlyMemory<byte>>(part, bytes));

    private static byte[] Checked(byte[] bytes, string name) => bytes.Length <= TableLimits.PropertyBytes
        ? bytes
        : throw new InvalidOperationException($"Property {name} has {bytes.Length} bytes; at most {TableLimits.PropertyBytes} fit.");
}
