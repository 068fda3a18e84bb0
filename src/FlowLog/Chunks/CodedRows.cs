using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>
/// Rows as integers: numbers as they are, texts and addresses as codes into ascending tables. To compare integers is to
/// compare values, whatever order the rows came in. Fields that are zero or empty in every row have no column.
/// </summary>
internal sealed class CodedRows
{
    private readonly long[]?[] _columns = new long[]?[FlowFields.LargestId + 1];
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

    /// <summary>A text column's texts, in ascending ordinal order.</summary>
    public string[] Texts(FlowField field) => _texts[field.Id]!;

    private void Add(FlowField field, FlowColumns rows)
    {
        if (field.Kind != FieldKind.Text)
        {
            _columns[field.Id] = Unless(rows.NumberArray(field)!, true);
            return;
        }

        var (texts, codes) = TextTable.Of(rows.Texts(field));
        if (texts is [] or [""])
            return;
        (_texts[field.Id], _columns[field.Id]) = (texts, codes);
    }

    private static long[]? Unless(long[] column, bool zeroIsAbsent) =>
        zeroIsAbsent && !column.AsSpan().ContainsAnyExcept(0L) ? null : column;
}
