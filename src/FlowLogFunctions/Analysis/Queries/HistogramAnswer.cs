using FlowLogFunctions.Ledger;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>How many records were found, and when they began.</summary>
/// <param name="BucketSeconds">Each bucket begins at a multiple of it; the first and the last are cut where the range ends.</param>
internal sealed record HistogramAnswer(
    DateTimeOffset From, DateTimeOffset To, long BucketSeconds, long Count, IReadOnlyList<HistogramBucket> Items, QueryStatistics Statistics,
    CompletenessTotals Completeness);
