namespace FlowLog.Query.Sql;

/// <summary>SQLite's order of values.</summary>
internal static class ShownOrder
{
    /// <summary>The greatest whole number up to which every one is a real number too.</summary>
    private const long Exact = 1L << 53;

    /// <summary>Nothing is the least; texts are compared letter by letter.</summary>
    /// <exception cref="OverflowException">A whole number that a real one cannot be compared with exactly.</exception>
    public static int Compare(object? one, object? other) => (one, other) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => string.CompareOrdinal(a, b),
        (long a, long b) => a.CompareTo(b),
        _ => Real(one).CompareTo(Real(other)),
    };

    private static double Real(object value) => value switch
    {
        double real => real,
        long whole and >= -Exact and <= Exact => whole,
        _ => throw new OverflowException($"{value} cannot be compared with a real number."),
    };
}
