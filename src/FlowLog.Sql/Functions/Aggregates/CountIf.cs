using FlowLog.Sql.Native;

namespace FlowLog.Sql.Functions;

/// <summary>Rows that meet a condition.</summary>
internal sealed class CountIf : Aggregate
{
    private long _count;

    public override void Add(FunctionCall call) => _count += call[0].Real != 0 ? 1 : 0;

    public override void End(SqliteResult result) => result.Set(_count);
}
