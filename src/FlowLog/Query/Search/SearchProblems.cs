using FlowLog.Scan;

namespace FlowLog.Query.Search;

/// <summary>The problems of one search.</summary>
internal sealed class SearchProblems(string text)
{
    private readonly SortedDictionary<(int Offset, string Code), QueryProblem> _found = [];

    /// <summary>Takes a problem down, once a place and code.</summary>
    /// <returns>A predicate to go on with.</returns>
    public FlowPredicate Add(string code, int offset, int length, string message)
    {
        if (_found.Count < SearchParser.MostProblems)
            _found.TryAdd((offset, code), QueryProblem.At(text, offset, length, code, message));
        return FlowPredicate.None;
    }

    /// <inheritdoc cref="Add(string, int, int, string)"/>
    public FlowPredicate Add(string code, SearchToken token, string message) => Add(code, token.Offset, token.Length, message);

    public IReadOnlyList<QueryProblem> InOrder() => [.. _found.Values];
}
