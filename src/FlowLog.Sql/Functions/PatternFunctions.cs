namespace FlowLog.Sql.Functions;

/// <summary>Functions of regular expressions.</summary>
internal static class PatternFunctions
{
    public static readonly IReadOnlyList<SqlFunction> All =
    [
        Of("regexp_like", "x, pattern", "1 if the pattern is found, else 0.", @"regexp_like('eni-abc', '^eni-\w+$')", "1", call => call.Result.Set(PatternOf(call).Regex.IsMatch(call.Text(0)) ? 1 : 0)),
        Of("regexp_extract", "x, pattern[, group]", "What was found, or one of its groups; no value if nothing was.", @"regexp_extract('10.1.2.3', '(\d+)\.(\d+)', 2)", "1", Extract),
        Of("regexp_replace", "x, pattern[, to]", "With everything that is found replaced; $1 in it is the first group. Without to it is left out.", @"regexp_replace('10.1.2.3', '\d+$', 'x')", "10.1.2.x", Replace),
    ];

    private static SqlFunction Of(string name, string arguments, string meaning, string example, string result, ScalarBody body) =>
        new(name, arguments, meaning, example, result) { Body = body };

    private static Pattern PatternOf(FunctionCall call) => call.Memory.Pattern.Of(call[1].Utf8);

    private static void Extract(FunctionCall call)
    {
        var regex = PatternOf(call).Regex;
        var group = call.Count > 2 ? call.Integer(2) : 0;
        if (group < 0 || group >= regex.GetGroupNumbers().Length)
            throw new InvalidValueException($"the pattern has no group {group}");
        var found = regex.Match(call.Text(0)).Groups[(int)group];
        call.Result.Set(found.Success ? found.Value : null);
    }

    private static void Replace(FunctionCall call)
    {
        var text = call.Text(0);
        var to = call.Count > 2 ? call.Text(2) : "";
        if ((long)(text.Length + 1) * Math.Max(1, to.Length) > call.Memory.TextBytes)
            throw new TextTooLongException();
        call.Result.Set(PatternOf(call).Regex.Replace(text, to));
    }
}
