using FlowLog.Flows;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture;

/// <summary>Invented traffic for demonstrations and load: the same seed and minute always make the same flows.</summary>
internal sealed class GeneratorSource(Telemetry telemetry) : ITrafficSource
{
    private const int Minute = 60;

    public TrafficSourceType Type => TrafficSourceType.Generator;

    public Task<IReadOnlyList<PlannedFile>> PlanAsync(Scope scope, Eni eni, CaptureCursor cursor, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PlannedFile>>([]);

    public Task<SourceReading> ReadAsync(
        Scope scope, Eni eni, CaptureCursor cursor, CapturePlan plan, StepFlows flows, CancellationToken cancellation)
    {
        for (var minute = CaptureWindow.Floor(plan.From, Minute); minute < plan.Until; minute += Minute)
        {
            cancellation.ThrowIfCancellationRequested();
            telemetry.Captured(new GeneratedMinute(eni, minute).AddTo(flows.Open, plan.From, plan.Until));
        }

        return Task.FromResult(new SourceReading(cursor.Files, []));
    }
}
