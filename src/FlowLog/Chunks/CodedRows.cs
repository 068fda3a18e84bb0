using System.Buffers;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>
/// Rows as integers: numbers as they are, texts and addresses as codes into ascending tables. To compare integers is to
/// compare values, whatever order the rows came in. Fields that are zero or empty in every row have no column. Columns may be longer
/// than there are rows.
/// </summary>
internal sealed class CodedRows : IDisposable
{
    private readonly long[]?[] _columns = new long[]?[FlowFields.LargestId + 1];
    private readonly List<long[]> _rented = [];
    private readonly Dictionary<long[], ColumnRange> _ranges = [];
    private readonly string[]?[] _texts = new string[]?[FlowFields.LargestId + 1];

    public CodedRows(FlowColumns rows)
    {
        Count = rows.Count;
        foreach (var field in FlowFields.All.Where(field => field.Kind != FieldKind.Address && rows.Has(field)))
            Add(field, rows);
        var addresses = FlowFields.All.Where(field => field.Kind == FieldKind.Address && rows.Has(field)).ToList();
        var table = AddressTable.Of([.. addresses.Select(field => rows.AddressColumn(field)!.Rows)]);
        Addresses = table.Values;
        for (var i = 0; i < addresses.Count; i++)
            _columns[addresses[i].Id] = Unless(table.Codes[i], Addresses.Length == 0 || Addresses[0] == IpAddress.None);
    }

    public int Count { get; }

    /// <summary>Every address of the rows, ascending.</summary>
    public IpAddress[] Addresses { get; }

    /// <summary>A column's integers; null if there is none.</summary>
    public long[]? this[FlowField field] => _columns[field.Id];

    /// <summary>Room for a number a row, until these rows are disposed.</summary>
    public long[] Rent()
    {
        var column = ArrayPool<long>.Shared.Rent(Count);
        _rented.Add(column);
        return column;
    }

    public void Dispose()
    {
        foreach (var column in _rented)
            ArrayPool<long>.Shared.Return(column);
        _rented.Clear();
    }

    /// <summary>A column's bounds; looked for once.</summary>
    public ColumnRange Range(long[] column)
    {
        if (!_ranges.TryGetValue(column, out var range))
            _ranges[column] = range = Lanes64.Range(column.AsSpan(0, Count));
        return range;
    }

    /// <summary>A text column's texts, in ascending ordinal order.</summary>
    public string[] Texts(FlowField field) => _texts[field.Id]!;

    private void Add(FlowField field, FlowColumns rows)
    {
        if (field.Kind != FieldKind.Text)
        {
            _columns[field.Id] = Unless(rows.NumberArray(field)!, true);
            return;
        }

        var texts = TextTable.Of(rows.Texts(field), out var ranks);
        if (texts is [] or [""])
            return;
        (_texts[field.Id], _columns[field.Id]) = (texts, Rent());
        TextTable.Code(rows.Texts(field), ranks, _columns[field.Id].AsSpan(0, Count));
    }

    private long[]? Unless(long[] column, bool zeroIsAbsent) =>
        zeroIsAbsent && !column.AsSpan(0, Count).ContainsAnyExcept(0L) ? null : column;
}
