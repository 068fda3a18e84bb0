namespace FlowLog.Sql.Functions;

/// <summary>A function that SQL may call, as the documentation shows it.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Arguments">As they are written between the brackets.</param>
/// <param name="Meaning">What it gives; no value if an argument is none, unless it says otherwise.</param>
/// <param name="Example">What stands behind SELECT.</param>
/// <param name="Result">The text of the value that the example gives; NULL for none.</param>
public sealed record SqlFunction(string Name, string Arguments, string Meaning, string Example, string Result)
{
    /// <summary>Arguments that it takes at least.</summary>
    internal int Least { get; init; } = Arguments.Split('[')[0].Replace(", …", "", StringComparison.Ordinal) is { Length: > 0 } least ? least.Count(c => c == ',') + 1 : 0;

    /// <summary>Arguments that it takes at most; any number if it takes more of the same kind.</summary>
    internal int Most { get; init; } = Arguments.EndsWith('…') ? int.MaxValue : Arguments.Length == 0 ? 0 : Arguments.Count(c => c == ',') + 1;

    /// <summary>What it does; null if SQLite has it.</summary>
    internal ScalarBody? Body { get; init; }

    /// <summary>How it adds up rows; null if it does not, or if SQLite has it.</summary>
    internal Func<Aggregate>? Begin { get; init; }

    /// <summary>Whether it takes many rows to one value.</summary>
    public bool IsAggregate { get; init; }

    /// <summary>Whether it is called with OVER only.</summary>
    public bool IsWindow { get; init; }

    /// <summary>Whether it is called with arguments that are no value.</summary>
    internal bool TakesNull { get; init; }
}
