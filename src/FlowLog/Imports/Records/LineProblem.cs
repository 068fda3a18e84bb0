namespace FlowLog.Imports.Records;

/// <summary>A line that was left out, and why.</summary>
/// <param name="Line">Counted from 1, the line of names included.</param>
/// <param name="Column">As the file names it; empty if it is the line as a whole.</param>
/// <param name="Message">What was expected, and what stands there.</param>
public sealed record LineProblem(long Line, string Column, string Message);
