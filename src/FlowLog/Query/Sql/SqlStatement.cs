namespace FlowLog.Query.Sql;

/// <summary>One statement that only reads, in pieces. Whether the pieces make sense is for those who run it to say.</summary>
public sealed class SqlStatement
{
    private readonly string _query;

    private SqlStatement(string query, int start, string text, IReadOnlyList<SqlToken> tokens)
    {
        _query = query;
        Start = start;
        Text = text;
        Tokens = tokens;
    }

    /// <summary>From its first piece to its last, without a semicolon at the end and comments around it.</summary>
    public string Text { get; }

    /// <summary>Where <see cref="Text"/> begins in the text of the whole query.</summary>
    public int Start { get; }

    /// <summary>Never empty. Their offsets are those of <see cref="Text"/>.</summary>
    public IReadOnlyList<SqlToken> Tokens { get; }

    /// <summary>A problem at a place of the statement, told by its place in the whole query.</summary>
    /// <param name="offset">In UTF-16 units from the start of <see cref="Text"/>.</param>
    public QueryProblem Problem(int offset, int length, string code, string message) =>
        QueryProblem.At(_query, Start + offset, length, code, message);

    public override string ToString() => Text;

    /// <summary>Reads a statement.</summary>
    /// <param name="query">The whole query, of which the statement is the end.</param>
    /// <param name="start">Where SQL begins in it.</param>
    /// <param name="problems">Is added to.</param>
    /// <returns>Null if there are problems.</returns>
    internal static SqlStatement? Read(string query, int start, List<QueryProblem> problems)
    {
        var (tokens, found) = SqlTokens.Of(query[start..]);
        found = [.. found.Concat(ReadOnly.ProblemsOf(tokens, query.Length - start)).OrderBy(problem => problem.Offset)];
        problems.AddRange(found.Select(problem => QueryProblem.At(query, start + problem.Offset, problem.Length, problem.Code, problem.Message)));
        if (found.Count > 0)
            return null;
        var end = tokens.Count;
        while (tokens[end - 1].IsOperator(";"))
            end--;
        var first = tokens[0].Offset;
        return new(query, start + first, query[(start + first)..(start + tokens[end - 1].End)], [.. tokens.Take(end).Select(token => token with { Offset = token.Offset - first })]);
    }
}
