namespace FlowLog.Cli;

/// <summary>Where a command reads and writes, and what else it knows of its surroundings.</summary>
/// <param name="Input">What <c>-</c> stands for.</param>
/// <param name="Output">Results.</param>
/// <param name="Errors">What went wrong, and progress.</param>
/// <param name="IsWatched">Whether a person sees <paramref name="Errors"/>, who wants to know how long work goes on.</param>
internal sealed record Terminal(Stream Input, Stream Output, TextWriter Errors, bool IsWatched)
{
    /// <summary>Reads a line that a person types, without showing it; null where nobody can be asked.</summary>
    public Func<string>? ReadSecret { get; init; }

    /// <summary>Reads a line that a person types; null where nobody can be asked.</summary>
    public Func<string?>? ReadLine { get; init; }

    /// <summary>Variables of the environment.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
