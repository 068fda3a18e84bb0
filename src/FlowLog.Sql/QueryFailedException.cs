using FlowLog.Query;

namespace FlowLog.Sql;

/// <summary>A query that cannot be answered, for a reason that lies in the query or in what it may take.</summary>
public sealed class QueryFailedException(QueryProblem problem) : Exception(problem.ToString())
{
    public QueryProblem Problem => problem;
}
