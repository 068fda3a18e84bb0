namespace FlowLogFunctions.Analysis.Queries;

/// <summary>The records that begin in a part of the range.</summary>
internal sealed record HistogramBucket(DateTimeOffset From, DateTimeOffset To, long Count, long Packets, long Bytes);
