namespace FlowLog.Query;

/// <summary>A query that would take more than it may; the message says which bound and what to do.</summary>
/// <param name="code">Stable, as of <see cref="QueryProblem"/>.</param>
public sealed class QueryLimitException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
