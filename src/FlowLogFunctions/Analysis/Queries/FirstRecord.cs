using FlowLog.Flows;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>A record as a row of some columns, with its place; sorted by it.</summary>
internal readonly record struct FirstRecord(RecordPlace Place, FlowColumns Rows, int Row) : IComparable<FirstRecord>
{
    public int CompareTo(FirstRecord other) => RecordPlace.Compare(Place, other.Place, reverse: false);

    /// <summary>A value a field; null where records show <c>-</c>.</summary>
    public object?[] Values()
    {
        var (rows, row) = (Rows, Row);
        var hasTraffic = (LogStatus)rows.Numbers(FlowFields.Status)[row] == LogStatus.Ok;
        return [.. FlowFields.All.Select(field => field.OfTraffic && !hasTraffic ? null : Value(field, rows, row))];
    }

    private static object? Value(FlowField field, FlowColumns rows, int row) => field.Kind switch
    {
        FieldKind.Number => rows.Numbers(field)[row],
        FieldKind.Name => Name(field, rows.Numbers(field)[row]),
        FieldKind.Address => rows.Addresses(field)[row].ToString(),
        _ => rows.Texts(field)[row] is var text && !FlowField.IsNone(text) ? text : null,
    };

    private static string? Name(FlowField field, long number) =>
        number < field.Names.Count && field.Names[(int)number] is var name && name != "-" ? name : null;
}
