using FlowLog.Sql.Native;

namespace FlowLog.Sql.Functions;

/// <summary>A value of the row that is first or last by another value.</summary>
/// <param name="sign">1 for the greatest, -1 for the least.</param>
internal sealed class BestBy(int sign) : Aggregate
{
    private object? _value;
    private object? _by;

    public override void Add(FunctionCall call)
    {
        var by = call[1].Plain;
        if (by is null || (_by is not null && PlainOrder.Compare(by, _by) * sign <= 0))
            return;
        (_value, _by) = (call[0].Plain, by);
    }

    public override void End(SqliteResult result) => result.Set(_value);
}
