namespace FlowLogFunctions.Reports;

/// <summary>The keys with the most bytes.</summary>
/// <param name="ErrorBytes">The most bytes by which a key's sum can be too low; 0 means exact.</param>
internal sealed record TopChart(long ErrorBytes, IReadOnlyList<TopEntry> Items);
