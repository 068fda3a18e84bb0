using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>The traffic of one key: all of it, what of it the rules let pass and refused, and what came in and went out.</summary>
public readonly record struct Share(Traffic All, Traffic Accepted, Traffic Rejected, Traffic In, Traffic Out)
{
    public static Share Of(Traffic traffic, FlowAction action, Direction direction) => new(
        traffic,
        action == FlowAction.Accept ? traffic : default,
        action == FlowAction.Reject ? traffic : default,
        direction == Direction.In ? traffic : default,
        direction == Direction.Out ? traffic : default);

    public static Share operator +(Share a, Share b) =>
        new(a.All + b.All, a.Accepted + b.Accepted, a.Rejected + b.Rejected, a.In + b.In, a.Out + b.Out);
}
