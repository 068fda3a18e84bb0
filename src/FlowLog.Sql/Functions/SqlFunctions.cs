namespace FlowLog.Sql.Functions;

/// <summary>The one table of functions: the sandbox, the connection, messages and the documentation ask it.</summary>
public static class SqlFunctions
{
    /// <summary>Every function that may be called, by theme.</summary>
    public static readonly IReadOnlyList<(string Theme, IReadOnlyList<SqlFunction> Functions)> ByTheme =
    [
        ("Adding up", AggregateFunctions.All),
        ("Times", TimeFunctions.All),
        ("Texts", TextFunctions.All),
        ("Patterns", PatternFunctions.All),
        ("Addresses, ports and protocols", AddressFunctions.All),
        ("Numbers", NumberFunctions.All),
        ("Choices and kinds", ChoiceFunctions.All),
        ("Windows", WindowFunctions.All),
    ];

    private static readonly Dictionary<string, SqlFunction> ByName = ByTheme.SelectMany(theme => theme.Functions)
        .Concat(CastFunctions.All)
        .DistinctBy(function => function.Name)
        .ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that are ours, and not SQLite's.</summary>
    internal static IReadOnlyList<SqlFunction> Own { get; } =
        [.. ByTheme.SelectMany(theme => theme.Functions).Concat(CastFunctions.All).Where(function => function.Body is not null || function.Begin is not null)];

    /// <summary>Names that are shown; casts are written as CAST.</summary>
    internal static IEnumerable<string> Names => ByTheme.SelectMany(theme => theme.Functions).Select(function => function.Name);

    /// <summary>The function of a name in any case; null if there is none.</summary>
    public static SqlFunction? Find(string name) => ByName.GetValueOrDefault(name);

    internal static bool IsAggregate(string name) => Find(name) is { IsAggregate: true };
}
