using FlowLog.Flows;
using FlowLog.Scan;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Table;

/// <summary>One way in which SQLite may go through the table: what it uses, and what it leaves to the scan.</summary>
/// <param name="Tests">In the order in which their right sides are given.</param>
internal sealed record TablePlan(IReadOnlyList<FlowField> Wanted, IReadOnlyList<ColumnTest> Tests)
{
    private const int LastBit = 63;
    private const double CostOfAll = 1_000_000;

    /// <summary>An OR of up to three conditions is then answered by a scan each, which is mostly faster than looking at every row.</summary>
    private const double CostWithTests = 0.3 * CostOfAll;

    private const long Rows = 1_000_000;

    public static unsafe TablePlan Of(IndexInfo* info)
    {
        var tests = new List<ColumnTest>();
        for (var i = 0; i < info->ConstraintCount; i++)
        {
            if (TestOf(info, i) is not { } test)
                continue;
            if (test.IsList)
                SqliteApi.IsList(info, i, 1);
            tests.Add(test);
            info->Usage[i].Place = tests.Count;
            info->Usage[i].Omit = IsExact(info, i, test) ? (byte)1 : (byte)0;
        }

        info->Cost = tests.Count == 0 ? CostOfAll : CostWithTests;
        info->Rows = Math.Max(10, Rows >> (3 * tests.Count));
        return new(WantedOf(info->ColumnsUsed), tests);
    }

    public FlowPredicate Predicate(ReadOnlySpan<nint> values)
    {
        var parts = new List<FlowPredicate>(Tests.Count);
        for (var i = 0; i < Tests.Count; i++)
            parts.Add(Tests[i].With(new SqliteValue(values[i])));
        return FlowPredicate.And(parts);
    }

    private static unsafe ColumnTest? TestOf(IndexInfo* info, int number)
    {
        ref var constraint = ref info->Constraints[number];
        if (constraint.IsUsable == 0 || constraint.Column < 0 || !Enum.IsDefined((TestOperator)constraint.Operator))
            return null;
        var field = LogColumn.All[constraint.Column].Field;
        if (field.Kind != FieldKind.Number && !IsBinary(SqliteApi.Collation(info, number)))
            return null;
        var isList = constraint.Operator == (int)TestOperator.Equal && SqliteApi.IsList(info, number, -1) != 0;
        var test = new ColumnTest(field, (TestOperator)constraint.Operator, isList);
        return test.IsUseful ? test : null;
    }

    private static unsafe bool IsExact(IndexInfo* info, int number, ColumnTest test) =>
        test.Operator == TestOperator.NotNull || (SqliteApi.RightSide(info, number, out var value) == SqliteCodes.Ok && test.IsExactFor(new(value)));

    private static unsafe bool IsBinary(byte* collation) => Utf8Text.Of(collation) is "BINARY" or "";

    /// <summary>Fields of traffic have no value in records whose status says so.</summary>
    private static List<FlowField> WantedOf(ulong columnsUsed)
    {
        var fields = new List<FlowField>();
        for (var column = 0; column < LogColumn.All.Count; column++)
        {
            if ((columnsUsed >> Math.Min(column, LastBit) & 1) != 0)
                fields.Add(LogColumn.All[column].Field);
        }

        if (fields.Any(field => field.OfTraffic))
            fields.Add(FlowFields.Status);
        return fields;
    }
}
