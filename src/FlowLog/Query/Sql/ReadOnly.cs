namespace FlowLog.Query.Sql;

/// <summary>Tells one statement that reads from anything else by its first words.</summary>
internal static class ReadOnly
{
    private static readonly string[] Reading = ["SELECT", "VALUES", "WITH"];
    private static readonly string[] Writing = ["INSERT", "UPDATE", "DELETE", "REPLACE"];

    public static bool IsReading(SqlToken token) => Reading.Any(token.Is);

    /// <param name="end">Where a statement is missing if there is no token.</param>
    public static IEnumerable<SqlProblem> ProblemsOf(IReadOnlyList<SqlToken> tokens, int end)
    {
        if (tokens.All(token => token.IsOperator(";")))
            yield return new(end, 0, SqlCodes.Empty, "Expected SELECT, found the end of the query.");
        else if (!IsReading(tokens[0]))
            yield return new(tokens[0].Offset, tokens[0].Length, SqlCodes.NotReadOnly, $"Expected SELECT, found {tokens[0].Text}: a query only reads.");
        else if (WriteBehindWith(tokens) is { Length: > 0 } write)
            yield return new(write.Offset, write.Length, SqlCodes.NotReadOnly, $"Expected SELECT, found {write.Text}: a query only reads.");
        if (Second(tokens) is { Length: > 0 } second)
            yield return new(second.Offset, second.Length, SqlCodes.SeveralStatements, $"Expected the end of the query, found {second.Text}: a query is one statement.");
    }

    private static SqlToken WriteBehindWith(IReadOnlyList<SqlToken> tokens)
    {
        if (!tokens[0].Is("WITH"))
            return default;
        var depth = 0;
        foreach (var token in tokens)
        {
            depth += token.IsOperator("(") ? 1 : token.IsOperator(")") ? -1 : 0;
            if (depth == 0 && (token.Is("SELECT") || token.Is("VALUES")))
                return default;
            if (depth == 0 && Writing.Any(token.Is))
                return token;
        }

        return default;
    }

    private static SqlToken Second(IReadOnlyList<SqlToken> tokens)
    {
        var begun = tokens.SkipWhile(token => token.IsOperator(";")).SkipWhile(token => !token.IsOperator(";"));
        return begun.FirstOrDefault(token => !token.IsOperator(";"));
    }
}
