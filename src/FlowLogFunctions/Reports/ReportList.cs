namespace FlowLogFunctions.Reports;

/// <summary>The reports that there are.</summary>
internal sealed record ReportList(IReadOnlyList<ReportEntry> Items);

/// <summary>A report and its charts.</summary>
internal sealed record ReportEntry(string Name, string Title, IReadOnlyList<ChartEntry> Charts);

/// <summary>A chart without its data.</summary>
/// <param name="Query">With points of 60 seconds and lists of 10.</param>
internal sealed record ChartEntry(string Name, string Title, string Kind, string Query);
