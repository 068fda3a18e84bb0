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
}
