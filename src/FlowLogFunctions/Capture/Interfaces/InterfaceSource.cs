using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>A network interface of this host, captured continuously; a plan takes the windows that were captured meanwhile.</summary>
internal sealed class InterfaceSource(InterfaceCaptures captures, IOptions<InterfaceOptions> options) : ITrafficSource
{
    public TrafficSourceType Type => TrafficSourceType.Interface;

    public Task<IReadOnlyList<PlannedFile>> PlanAsync(Scope scope, Eni eni, CaptureCursor cursor, CancellationToken cancellation)
    {
        captures.Ask(scope, eni);
        return Task.FromResult<IReadOnlyList<PlannedFile>>([]);
    }

    public async Task<SourceReading> ReadAsync(
        Scope scope, Eni eni, CaptureCursor cursor, CapturePlan plan, StepFlows flows, CancellationToken cancellation)
    {
        var capture = captures.Ask(scope, eni);
        await capture.CompleteAsync(plan.Until, cancellation);
        var (windows, absences) = capture.Held.Read(plan);
        foreach (var flow in windows.SelectMany(window => window.Totals()))
            flows.Open.Add(flow.Flow, flow.Packets, flow.Bytes, flow.TcpFlags, flow.FirstNanoseconds, flow.LastNanoseconds, flow.Icmp, flow.BytesVariance);
        var losses = new WindowLosses(capture.Name, plan, options.Value.HeldFlows).Of(windows, absences);
        return new(cursor.Files, losses) { Reader = capture.Session };
    }
}
