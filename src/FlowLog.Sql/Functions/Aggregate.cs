using FlowLog.Sql.Native;

namespace FlowLog.Sql.Functions;

/// <summary>What an aggregate function holds of the rows of one group.</summary>
internal abstract class Aggregate
{
    /// <summary>Takes a row; none whose first argument is no value, unless the function takes those.</summary>
    public abstract void Add(FunctionCall call);

    public abstract void End(SqliteResult result);
}
