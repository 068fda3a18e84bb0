namespace FlowLogFunctions.Merging;

/// <summary>Which hours of a Logstore are noted, and so may have been written to.</summary>
/// <param name="Starts">Of those hours, Unix seconds.</param>
/// <param name="At">A time before it was found out.</param>
internal sealed record NotedHours(IReadOnlySet<long> Starts, DateTimeOffset At);
