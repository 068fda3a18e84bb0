using FlowLog.Flows;
using FlowLog.Tests.Query.Grouping;

namespace FlowLog.Tests.Query.Sql;

/// <summary>A column that a statement may name, and the field that it is in each part.</summary>
internal sealed record SomeColumn(string Sql, params FlowField[] Fields)
{
    public FieldKind Kind => Fields[0].Kind;

    public object? Of(SomeRow row) => NaiveGroups.Value(row.Record, Fields[row.Part]);
}
