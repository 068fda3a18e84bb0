using FlowLog.Query;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>A query: search, SQL, or both.</summary>
/// <param name="Query">Every record if none was given.</param>
/// <param name="Limit">Records that a search alone answers, 1 to <see cref="MaxLimit"/>; SQL says so itself.</param>
internal sealed record QueryRequest(TimeRange Range, FlowQuery? Query, int Limit)
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 10_000;

    private const string Field = "query";
    private const string LimitField = "limit";

    public static QueryRequest Read(QueryReader query, TimeProvider time)
    {
        var range = TimeRange.Read(query, time);
        var parsed = Parse(query.Text(Field), query.Problem);
        var limit = query.Number(LimitField, 1, MaxLimit, 0);
        return new(range, parsed, LimitOf(parsed, (int)limit, query.Problem));
    }

    public static QueryRequest Read(BodyReader body, TimeProvider time)
    {
        var range = TimeRange.Read(body, time);
        var parsed = Parse(body.Lines(Field), body.Problem);
        var limit = body.Number(LimitField, 1, MaxLimit);
        return new(range, parsed, LimitOf(parsed, limit ?? 0, body.Problem));
    }

    private static FlowQuery? Parse(string? text, Action<FieldProblem> complain)
    {
        if (FlowQuery.TryParse(text ?? "", out var query, out var problems))
            return query;
        foreach (var problem in problems)
            complain(FieldProblem.Of(Field, problem));
        return null;
    }

    private static int LimitOf(FlowQuery? query, int limit, Action<FieldProblem> complain)
    {
        if (limit > 0 && query?.Sql is not null)
            complain(new(LimitField, "ParameterInvalid", "is of searches alone; write LIMIT in the query."));
        return limit > 0 ? limit : DefaultLimit;
    }
}
