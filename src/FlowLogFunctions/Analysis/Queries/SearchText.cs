using FlowLog.Query;
using FlowLog.Query.Search;
using FlowLog.Scan;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>The parameter <c>query</c>.</summary>
internal static class SearchText
{
    /// <summary>Characters of a query.</summary>
    public const int MaxLength = 64 * 1024;

    /// <summary>A search without SQL; every record if it is left out.</summary>
    public static FlowPredicate Read(QueryReader query)
    {
        var text = query.Text(Refusal.QueryField, LengthComplaint) ?? "";
        if (text.Length == 0)
            return FlowPredicate.All;
        if (SearchParser.TryParse(text, out var predicate, out var problems))
            return predicate;
        foreach (var problem in problems)
            query.Problem(FieldProblemOf(problem));
        return FlowPredicate.None;
    }

    public static string? LengthComplaint(string text) =>
        text.Length <= MaxLength ? null : $"has {text.Length} characters; at most {MaxLength} are allowed.";

    public static FieldProblem FieldProblemOf(QueryProblem problem) =>
        new(Refusal.QueryField, problem.Code, problem.Message, problem.Line, problem.Column, problem.Length);
}
