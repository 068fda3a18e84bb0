using FlowLog.Packets;

namespace FlowLogFunctions.Capture;

/// <summary>The flows of one step. Those that were closed to keep the open ones within their bound are handed on while the source reads.</summary>
/// <param name="handOn">What becomes of flows that were closed; called one at a time.</param>
internal sealed class StepFlows(FlowAggregator open, Func<IReadOnlyList<FlowTotals>, CancellationToken, Task> handOn)
{
    /// <summary>Closed flows that wait at most.</summary>
    private const int MostWaiting = 100_000;

    public FlowAggregator Open => open;

    /// <summary>Flows of which nobody takes the closed ones early.</summary>
    public static StepFlows Kept(FlowAggregator open) => new(open, (_, _) => throw new InvalidOperationException("Nobody takes these flows."));

    /// <summary>Whether so many closed flows wait that they should be handed on.</summary>
    public bool MustRelieve => open.WaitingFlows >= MostWaiting;

    /// <summary>Hands the closed flows on.</summary>
    public Task RelieveAsync(CancellationToken cancellation) => handOn([.. open.DrainClosed()], cancellation);
}
