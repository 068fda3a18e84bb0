using FlowLog.Sql.Native;

namespace FlowLog.Sql.Functions;

/// <summary>The first value.</summary>
internal sealed class Arbitrary : Aggregate
{
    private object? _value;

    public override void Add(FunctionCall call) => _value ??= call[0].Plain;

    public override void End(SqliteResult result) => result.Set(_value);
}
