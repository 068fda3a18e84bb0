using FlowLog.Sql.Native;

namespace FlowLog.Sql.Functions;

/// <summary>Whether all rows meet a condition, or any.</summary>
internal sealed class Truth(bool all) : Aggregate
{
    private bool? _met;

    public override void Add(FunctionCall call)
    {
        var met = call[0].Real != 0;
        _met = all ? met && _met != false : met || _met == true;
    }

    public override void End(SqliteResult result) => result.Set(_met is { } met ? (object)(met ? 1L : 0L) : null);
}
