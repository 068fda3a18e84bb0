using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture;

/// <summary>An ENI and the flow logs that cover it, or did a short while ago, each with its time; at least one.</summary>
internal sealed record CoveredEni(Eni Eni, IReadOnlyList<CoveredTime> Times)
{
    /// <summary>When that was so: of later times nobody knows yet which flow logs cover them.</summary>
    public DateTimeOffset SeenAt { get; init; } = DateTimeOffset.MaxValue;
}
