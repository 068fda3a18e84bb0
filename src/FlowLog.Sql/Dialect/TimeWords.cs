namespace FlowLog.Sql.Dialect;

/// <summary>Words that stand for functions of time: <c>CURRENT_TIMESTAMP</c>, <c>EXTRACT(hour FROM x)</c>.</summary>
internal static class TimeWords
{
    private static readonly string[] Now = ["CURRENT_TIMESTAMP", "LOCALTIMESTAMP"];

    public static void Translate(Translation translation)
    {
        var pieces = translation.Pieces;
        for (var at = 0; at < pieces.Count; at++)
        {
            if (Now.Any(word => pieces.Is(at, word)))
                Word(translation, at, "now()");
            else if (pieces.Is(at, "CURRENT_DATE"))
                Word(translation, at, "date(now())");
            else if (pieces.IsCall(at, "EXTRACT") && pieces.Is(at + 3, "FROM"))
                translation.Replace(at, at + 3, $"{pieces[at + 2].Text.ToLowerInvariant()}(");
            else if (pieces.Is(at, "INTERVAL") && pieces[at + 1].Kind == Query.Sql.SqlTokenKind.String)
                throw translation.Problem(at, at + 1, Codes.Syntax, "There are no intervals; write date_add('day', -1, now()).");
        }
    }

    private static void Word(Translation translation, int at, string call)
    {
        var last = translation.Pieces.IsOperator(at + 1, "(") && translation.Pieces.IsOperator(at + 2, ")") ? at + 2 : at;
        translation.Replace(at, last, call);
    }
}
