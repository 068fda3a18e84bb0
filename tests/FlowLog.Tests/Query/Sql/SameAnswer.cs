using FlowLog.Query;

namespace FlowLog.Tests.Query.Sql;

/// <summary>Whether two answers are the same but for the order of rows that are equal in what is sorted by.</summary>
internal static class SameAnswer
{
    public static void Assert(SomeStatement statement, QueryTable expected, QueryTable actual)
    {
        Same(statement, expected.Rows.Count, actual.Rows.Count);
        for (var row = 0; row < expected.Rows.Count; row++)
            Same(statement, Places(statement, expected.Rows[row]), Places(statement, actual.Rows[row]));
        var certain = statement.Limit is null ? expected.Rows.Count : CertainRows(statement, expected);
        var first = statement.Offset == 0 ? 0 : expected.Rows.TakeWhile(row => Places(statement, row) == Places(statement, expected.Rows[0])).Count();
        if (certain > first)
            Same(statement, Texts(expected, first, certain), Texts(actual, first, certain));
    }

    /// <summary>Rows that belong to the answer however equal ones are sorted: those before the last place.</summary>
    private static int CertainRows(SomeStatement statement, QueryTable answer)
    {
        var isWhole = answer.Rows.Count < statement.Limit;
        return isWhole ? answer.Rows.Count : answer.Rows.TakeWhile(row => Places(statement, row) != Places(statement, answer.Rows[^1])).Count();
    }

    private static string Places(SomeStatement statement, object?[] row) => Text(statement.Order.Select(by => row[by.Column]));

    private static string Texts(QueryTable answer, int first, int end) => string.Join('\n', answer.Rows.Skip(first).Take(end - first).Select(Text).Order(StringComparer.Ordinal));

    private static string Text(IEnumerable<object?> row) => string.Join(" | ", row.Select(value => value is null ? "NULL" : FormattableString.Invariant($"{value} {value.GetType().Name}")));

    private static void Same<T>(SomeStatement statement, T expected, T actual) =>
        Xunit.Assert.True(EqualityComparer<T>.Default.Equals(expected, actual), $"{statement}\nexpected {expected}\nactual {actual}");
}
