using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture;

/// <summary>Where an ENI's traffic comes from.</summary>
internal interface ITrafficSource
{
    TrafficSourceType Type { get; }

    /// <summary>What there is to read on, as part of a plan; only files have positions.</summary>
    Task<IReadOnlyList<PlannedFile>> PlanAsync(Scope scope, Eni eni, CaptureCursor cursor, CancellationToken cancellation);

    /// <summary>Adds the traffic of a plan's windows, and what came too late for earlier ones. The same plan reads the same.</summary>
    Task<SourceReading> ReadAsync(Scope scope, Eni eni, CaptureCursor cursor, CapturePlan plan, StepFlows flows, CancellationToken cancellation);
}
