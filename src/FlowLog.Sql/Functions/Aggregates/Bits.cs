using FlowLog.Sql.Native;

namespace FlowLog.Sql.Functions;

/// <summary>Bits that all numbers have, or any.</summary>
internal sealed class Bits(bool all) : Aggregate
{
    private long? _bits;

    public override void Add(FunctionCall call)
    {
        var bits = call.Integer(0);
        _bits = all ? bits & (_bits ?? -1) : bits | (_bits ?? 0);
    }

    public override void End(SqliteResult result) => result.Set(_bits is { } bits ? (object)bits : null);
}
