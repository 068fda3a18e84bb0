namespace FlowLog.Chunks;

/// <summary>Flow records of one ENI on their way from capture to ingest, with the flow logs that cover it.</summary>
public sealed record Batch
{
    /// <summary>The same rows of the same window always bear the same id, by which a delivery that is repeated is known.</summary>
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string EniId { get; init; }

    /// <summary>The flow logs that were active for the ENI; at most <see cref="BatchMessage.MaxFlowLogs"/>.</summary>
    public required IReadOnlyList<string> FlowLogIds { get; init; }

    public required Chunk Chunk { get; init; }

    /// <summary>The step of capture that it is a part of; null if nobody says, as in messages of version 1.</summary>
    public BatchStep? Step { get; init; }

    /// <summary>The trace that sent it; null if nobody traces. Only a batch with a step says it. It is of the delivery, not of the records: a repeated batch has another.</summary>
    public TraceParent? Trace { get; init; }
}
