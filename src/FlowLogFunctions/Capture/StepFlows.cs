using FlowLog.Imports;
using FlowLog.Network;
using FlowLog.Packets;

namespace FlowLogFunctions.Capture;

/// <summary>The flows of one step. Those that would be more than it may hold are handed on while the source reads.</summary>
/// <param name="mostJudged">Flows that others have judged and that are held at most, about.</param>
/// <param name="handOn">What becomes of flows that were closed; called one at a time.</param>
/// <param name="handJudgedOn">What becomes of flows that others have judged; called one at a time.</param>
internal sealed class StepFlows(
    FlowAggregator open, int mostJudged, Func<IReadOnlyList<FlowTotals>, CancellationToken, Task> handOn, Func<IEnumerable<JudgedFlow>, CancellationToken, Task> handJudgedOn)
{
    /// <summary>Closed flows that wait at most.</summary>
    private const int MostWaiting = 100_000;

    public FlowAggregator Open => open;

    /// <summary>Flows of which nobody takes any early.</summary>
    public static StepFlows Kept(FlowAggregator open) => new(
        open, int.MaxValue, (_, _) => throw new InvalidOperationException("Nobody takes these flows."), (_, _) => throw new InvalidOperationException("Nobody takes these flows."));

    /// <summary>Whether so many closed flows wait that they should be handed on.</summary>
    public bool MustRelieve => open.WaitingFlows >= MostWaiting;

    /// <summary>Hands the closed flows on.</summary>
    public Task RelieveAsync(CancellationToken cancellation) => handOn([.. open.DrainClosed()], cancellation);

    /// <summary>Hands the sums of judged flows on if they are as many as are held: what comes of the same flows later makes records of its own.</summary>
    public Task RelieveIfFullAsync(ImportedFlows sums, CancellationToken cancellation) =>
        sums.Count < mostJudged ? Task.CompletedTask : handJudgedOn(sums.Drain(), cancellation);
}
