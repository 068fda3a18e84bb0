using FlowLog.Sql.Native;

namespace FlowLog.Sql.Functions;

/// <summary>The mean of logarithms.</summary>
internal sealed class GeometricMean : Aggregate
{
    private long _count;
    private double _sum;

    public override void Add(FunctionCall call)
    {
        _sum += call.Real(0) is > 0 and var value ? Math.Log(value) : throw new InvalidValueException($"'{call.Shown(0)}' is not positive");
        _count++;
    }

    public override void End(SqliteResult result)
    {
        if (_count == 0)
            result.SetNull();
        else
            result.Set(Math.Exp(_sum / _count));
    }
}
