using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture;

/// <summary>An ENI that nobody captures: its windows are skipped, and say why.</summary>
internal sealed class NoSource(string reason) : ITrafficSource
{
    public TrafficSourceType Type => TrafficSourceType.None;

    public Task<IReadOnlyList<PlannedFile>> PlanAsync(Scope scope, Eni eni, CaptureCursor cursor, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PlannedFile>>([]);

    public Task<SourceReading> ReadAsync(
        Scope scope, Eni eni, CaptureCursor cursor, CapturePlan plan, StepFlows flows, CancellationToken cancellation)
    {
        var losses = new List<Loss>();
        for (var time = plan.From; time < plan.Until; time += plan.IntervalSeconds)
            losses.Add(new(time, reason));
        return Task.FromResult(new SourceReading(cursor.Files, losses));
    }
}
