using FlowLog.Flows;

namespace FlowLogFunctions.Analysis;

/// <summary>A page of records, each as a row of its chunk's columns.</summary>
internal sealed record RecordPage(TimeRange Range)
{
    public List<(FlowColumns Rows, int Row)> Records { get; } = [];

    /// <summary>Where the next page begins; null after the last.</summary>
    public string? Cursor { get; init; }

    /// <summary>The place of the last record so far.</summary>
    public string? Last { get; set; }
}
