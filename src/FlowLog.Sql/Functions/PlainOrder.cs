namespace FlowLog.Sql.Functions;

/// <summary>The order of values as SQLite has it: no value, numbers, texts by their code points.</summary>
internal static class PlainOrder
{
    public static int Compare(object? one, object? other) => (one, other) switch
    {
        (long a, long b) => a.CompareTo(b),
        (string a, string b) => CompareTexts(a, b),
        (long or double, long or double) => Real(one).CompareTo(Real(other)),
        _ => Kind(one).CompareTo(Kind(other)),
    };

    private static double Real(object value) => value is long number ? number : (double)value;

    private static int Kind(object? value) => value switch
    {
        null => 0,
        string => 2,
        _ => 1,
    };

    /// <summary>UTF-16 differs from code points where surrogates are.</summary>
    private static int CompareTexts(string a, string b)
    {
        var length = a.AsSpan().CommonPrefixLength(b);
        if (length == a.Length || length == b.Length)
            return a.Length.CompareTo(b.Length);
        var (x, y) = (a[length], b[length]);
        return char.IsSurrogate(x) == char.IsSurrogate(y) ? x.CompareTo(y) : char.IsSurrogate(x).CompareTo(char.IsSurrogate(y));
    }
}
