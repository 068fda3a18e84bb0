using FlowLog.Flows;
using FlowLogFunctions.Analysis.Queries;
using FlowLogFunctions.Ledger;

namespace FlowLogFunctions.Analysis;

/// <summary>A page of records, each as a row of its chunk's columns.</summary>
internal sealed record RecordPage(TimeRange Range)
{
    public List<(FlowColumns Rows, int Row)> Records { get; } = [];

    /// <summary>Where the next page begins; null after the last.</summary>
    public string? Cursor { get; init; }

    /// <summary>The place of the last record so far.</summary>
    public RecordPlace? Last { get; set; }

    /// <summary>How complete the time is that the page spans.</summary>
    public CompletenessTotals? Completeness { get; init; }

    /// <summary>What reading it took; its matches are its records.</summary>
    public QueryStatistics? Statistics { get; init; }

    /// <summary>The part of the range that the page spans: from where it begins to its last record, or to the range's end.</summary>
    public TimeRange Spanned(RecordsRequest request)
    {
        var (begin, last) = (request.After?.Start, Cursor is null ? null : Last?.Start);
        return request.Reverse
            ? new(last ?? Range.From, Math.Min(Range.To, begin + 1 ?? Range.To))
            : new(Math.Max(Range.From, begin ?? Range.From), last + 1 ?? Range.To);
    }
}
