using FlowLog.Sql.Native;

namespace FlowLog.Sql.Functions;

/// <summary>Variance and standard deviation, by Welford's way, which loses no digits.</summary>
internal sealed class Moments(bool isSample, bool isRoot) : Aggregate
{
    private long _count;
    private double _mean;
    private double _squares;

    public override void Add(FunctionCall call)
    {
        var value = call.Real(0);
        var distance = value - _mean;
        _mean += distance / ++_count;
        _squares += distance * (value - _mean);
    }

    public override void End(SqliteResult result)
    {
        var freedom = _count - (isSample ? 1 : 0);
        if (freedom <= 0)
            result.SetNull();
        else
            result.Set(isRoot ? Math.Sqrt(_squares / freedom) : _squares / freedom);
    }
}
