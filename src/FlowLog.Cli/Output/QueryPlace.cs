namespace FlowLog.Cli.Output;

/// <summary>Shows where in a query something is wrong.</summary>
internal static class QueryPlace
{
    /// <summary>The line of the query, and below it a mark under what is wrong.</summary>
    /// <param name="line">From 1 on, as is <paramref name="column"/>.</param>
    /// <param name="length">0 at the end of the query.</param>
    public static IEnumerable<string> Lines(string query, int line, int column, int length)
    {
        var lines = query.Split('\n');
        if (line < 1 || line > lines.Length)
            yield break;
        var text = lines[line - 1].TrimEnd('\r');
        var start = Math.Clamp(column - 1, 0, text.Length);
        var marks = Math.Clamp(length, 1, Math.Max(1, text.Length - start));
        yield return $"    {Visible.Of(text.Replace('\t', ' '))}";
        yield return $"    {new string(' ', start)}{new string('^', marks)}";
    }
}
