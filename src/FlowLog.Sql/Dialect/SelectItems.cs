namespace FlowLog.Sql.Dialect;

/// <summary>The items of a statement's outermost selection, the first one of a union.</summary>
internal static class SelectItems
{
    private static readonly string[] Ends = ["FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "UNION", "INTERSECT", "EXCEPT"];

    /// <summary>The first and the last piece of each.</summary>
    public static List<(int First, int Last)> Of(SqlPieces pieces)
    {
        var start = pieces.Plain(0, pieces.Count).FirstOrDefault(at => pieces.Is(at, "SELECT"), -1) + 1;
        if (start == 0)
            return [];
        start += pieces.Is(start, "DISTINCT") || pieces.Is(start, "ALL") ? 1 : 0;
        var end = pieces.Plain(start, pieces.Count).FirstOrDefault(at => IsEnd(pieces, at), pieces.Count);
        return Split(pieces, start, end);
    }

    /// <summary>What commas separate.</summary>
    public static List<(int First, int Last)> Split(SqlPieces pieces, int start, int end)
    {
        var items = new List<(int, int)>();
        foreach (var at in pieces.Plain(start, end).Append(end))
        {
            if (at < end && !pieces.IsOperator(at, ","))
                continue;
            if (at > start)
                items.Add((start, at - 1));
            start = at + 1;
        }

        return items;
    }

    private static bool IsEnd(SqlPieces pieces, int at) => Ends.Any(word => pieces.Is(at, word)) && !(pieces.Is(at, "FROM") && pieces.Is(at - 1, "DISTINCT"));
}
