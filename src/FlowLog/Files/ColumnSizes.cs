using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Files;

/// <summary>Adds up what columns take in chunks, by encoding.</summary>
public sealed class ColumnSizes
{
    private readonly SortedDictionary<int, Dictionary<ColumnEncoding, long>> _columns = [];

    public int Chunks { get; private set; }

    public long Rows { get; private set; }

    /// <summary>Rows of the smallest chunk; 0 if there is none.</summary>
    public int LeastRows { get; private set; }

    public int MostRows { get; private set; }

    /// <summary>Bytes of all columns.</summary>
    public long Bytes => _columns.Values.Sum(column => column.Values.Sum());

    public void Add(Chunk chunk)
    {
        LeastRows = Chunks == 0 ? chunk.Rows : Math.Min(LeastRows, chunk.Rows);
        MostRows = Math.Max(MostRows, chunk.Rows);
        Chunks++;
        Rows += chunk.Rows;
        foreach (var (id, column) in chunk.Columns.Where(column => !column.Value.IsEmpty))
        {
            if (!_columns.TryGetValue(id, out var sizes))
                _columns[id] = sizes = [];
            var encoding = EncodingOf(column.Span);
            sizes[encoding] = sizes.GetValueOrDefault(encoding) + column.Length;
        }
    }

    /// <summary>The columns there are, by their number.</summary>
    public IReadOnlyList<ColumnSize> Columns =>
    [
        .. _columns.Select(column => new ColumnSize(
            NameOf(column.Key), column.Value.Values.Sum(),
            [.. column.Value.OrderByDescending(size => size.Value).Select(size => (size.Key.ToString(), size.Value))])),
    ];

    /// <summary>Of codes of addresses it is the codes' own encoding that tells something.</summary>
    private static ColumnEncoding EncodingOf(ReadOnlySpan<byte> column) =>
        (ColumnEncoding)column[0] == ColumnEncoding.AddressCodes && column.Length > 1 ? (ColumnEncoding)column[1] : (ColumnEncoding)column[0];

    private static string NameOf(int id) => id == ChunkLimits.AddressesId
        ? "addresses"
        : FlowFields.All.FirstOrDefault(field => field.Id == id)?.Name ?? FormattableString.Invariant($"column {id}");
}
