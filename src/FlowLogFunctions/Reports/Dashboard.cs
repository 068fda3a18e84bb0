using FlowLogFunctions.Ledger;

namespace FlowLogFunctions.Reports;

/// <summary>Every chart of a Logstore's dashboard, from the aggregates.</summary>
/// <param name="BucketSeconds">Length of a point of <see cref="Traffic"/>.</param>
/// <param name="NoDataWindows">Windows in which an ENI had no traffic.</param>
/// <param name="SkippedWindows">Windows of which traffic is missing.</param>
/// <param name="Traffic">By time, action and direction; exact.</param>
/// <param name="Protocols">By protocol, most bytes first; exact.</param>
internal sealed record Dashboard(
    DateTimeOffset From, DateTimeOffset To, int BucketSeconds, TrafficTotal Totals, TrafficTotal Accepted, TrafficTotal Rejected,
    long NoDataWindows, long SkippedWindows, IReadOnlyList<TrafficPoint> Traffic, IReadOnlyList<ProtocolShare> Protocols,
    TopChart Sources, TopChart Destinations, TopChart DestinationPorts, TopChart Enis)
{
    /// <summary>How complete the range is.</summary>
    public CompletenessTotals? Completeness { get; init; }

    /// <summary>What it took.</summary>
    public ReportStatistics? Statistics { get; init; }
}
