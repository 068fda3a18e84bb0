namespace FlowLog.Cli;

/// <summary>Where a command reads and writes.</summary>
/// <param name="Input">What <c>-</c> stands for.</param>
/// <param name="Output">Results.</param>
/// <param name="Errors">What went wrong, and progress.</param>
/// <param name="IsWatched">Whether a person sees <paramref name="Errors"/>, who wants to know how long work goes on.</param>
internal sealed record Terminal(Stream Input, Stream Output, TextWriter Errors, bool IsWatched);
