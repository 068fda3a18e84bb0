namespace FlowLog.Query;

/// <summary>What is wrong with a query, and where in its text.</summary>
/// <param name="Code">Stable, for programs; docs/search-and-sql.md lists all.</param>
/// <param name="Line">From 1 on.</param>
/// <param name="Column">From 1 on, in UTF-16 units.</param>
/// <param name="Length">How many UTF-16 units are wrong; 0 at the end of the text.</param>
/// <param name="Message">What was found and what was expected, as a sentence.</param>
public sealed record QueryProblem(string Code, int Line, int Column, int Length, string Message)
{
    public override string ToString() => FormattableString.Invariant($"{Line}:{Column}: {Message}");

    /// <summary>A problem at a place of a text.</summary>
    /// <param name="offset">In UTF-16 units from the text's start.</param>
    public static QueryProblem At(string text, int offset, int length, string code, string message)
    {
        var before = text.AsSpan(0, Math.Clamp(offset, 0, text.Length));
        var line = before.Count('\n') + 1;
        return new(code, line, before.Length - (before.LastIndexOf('\n') + 1) + 1, length, message);
    }
}
