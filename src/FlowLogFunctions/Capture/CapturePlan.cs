using FlowLog.Chunks;

namespace FlowLogFunctions.Capture;

/// <summary>One step of an ENI: the windows that it closes, what it reads, and who gets it.</summary>
/// <param name="From">Unix seconds: the end of the step before.</param>
/// <param name="Until">Unix seconds: the end of the last window of the step; the same as <paramref name="From"/> if only stock is read.</param>
/// <param name="IntervalSeconds">The shortest interval of the flow logs.</param>
internal sealed record CapturePlan(
    long From, long Until, int IntervalSeconds, IReadOnlyList<string> FlowLogIds, IReadOnlyList<PlannedFile> Files)
{
    /// <summary>As it was when the plan was made.</summary>
    public PacketChoice Packets { get; init; } = PacketChoice.Every;

    /// <summary>Flows that are open at most while the step is read; as it was when the plan was made.</summary>
    public int MaxFlows { get; init; } = FlowLog.Packets.FlowAggregator.DefaultMaxOpenFlows;

    /// <summary>Bytes, unpacked, that are read of capture files' stock, and of the step's windows, at most; as it was when the plan was made.</summary>
    public long MaxBytes { get; init; } = long.MaxValue;

    /// <summary>Bytes that a capture file is unpacked to at most; as it was when the plan was made.</summary>
    public long MaxFileBytes { get; init; } = long.MaxValue;

    /// <summary>Unix seconds when the plan was made; null in plans of before the ledger, whose batches say nothing of their step.</summary>
    public long? PlannedAt { get; init; }

    /// <summary>Unix seconds: since when the ENI has been covered without a gap.</summary>
    public long CoveredSince { get; init; }

    /// <summary>What the batches of the step say of it; null for a plan that does not know.</summary>
    /// <param name="reader">Who observed it; see <see cref="SourceReading.Reader"/>.</param>
    public BatchStep? Step(string reader) => PlannedAt is not { } planned ? null : new(From, Until, IntervalSeconds, Math.Min(CoveredSince, From), planned, 0, 0, reader);
}
