using FlowLog.Query;
using FlowLog.Query.Search;
using FlowLog.Query.Sql;
using FlowLog.Sql.Table;

namespace FlowLog.Sql.Running;

/// <summary>What is said of a name that is no column.</summary>
internal static class MissingColumns
{
    /// <param name="token">Where it stands; of no length if that is not known.</param>
    public static QueryProblem Of(SqlStatement sql, string name, SqlToken token)
    {
        var place = IndexOf(sql, token);
        if (place >= 0 && Hyphenated(sql, place) is { } hyphenated)
        {
            var length = sql.Tokens[hyphenated.Last].End - sql.Tokens[hyphenated.First].Offset;
            return sql.Problem(sql.Tokens[hyphenated.First].Offset, length, Codes.UnknownColumn, $"{hyphenated.Name} is read as a difference; write \"{hyphenated.Name}\" or {hyphenated.Name.Replace('-', '_')}.");
        }

        var message = token.Kind == SqlTokenKind.QuotedName && token.Length > 0 && sql.Text[token.Offset] == '"'
            ? $"There is no column \"{name}\"; a text stands in single quotes: '{name}'. As a column, {Nearest(name)}."
            : $"There is no column {name}; {Nearest(name)}.";
        return token.Length == 0
            ? sql.Problem(0, sql.Text.Length, Codes.UnknownColumn, message)
            : sql.Problem(token.Offset, token.Length, Codes.UnknownColumn, message);
    }

    private static string Nearest(string name) => NearestNames.Of(name[(name.LastIndexOf('.') + 1)..], LogColumn.All.Where(column => !column.IsHidden || column.Name == LogColumn.Time).Select(column => column.Name));

    private static int IndexOf(SqlStatement sql, SqlToken token)
    {
        for (var at = 0; at < sql.Tokens.Count && token.Length > 0; at++)
        {
            if (sql.Tokens[at].Offset == token.Offset)
                return at;
        }

        return -1;
    }

    /// <summary>The field whose name is written without quotes: words with a minus between, of which this piece is one.</summary>
    private static (string Name, int First, int Last)? Hyphenated(SqlStatement sql, int place)
    {
        foreach (var first in new[] { place, place - 2 })
        {
            if (first < 0 || first + 2 >= sql.Tokens.Count || !sql.Tokens[first + 1].IsOperator("-"))
                continue;
            var name = $"{sql.Tokens[first].Text}-{sql.Tokens[first + 2].Text}";
            if (LogColumn.Find(name) is { } column)
                return (column.Name, first, first + 2);
        }

        return null;
    }
}
