using FlowLog.Flows;
using FlowLog.Packets;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Usage;

/// <summary>
/// Looks at an ENI's traffic source as capture would, without a trace: no cursor moves, nothing is sent, and the ENI's own sessions do
/// not learn of it.
/// </summary>
internal sealed class TrafficProbe(
    TrafficSources sources, RecordMaker maker, LoggedTraffic logged, IOptions<CaptureOptions> options, TimeProvider time)
{
    private const int Minute = 60;

    /// <summary>After every packet that a file could hold.</summary>
    private const long Never = 253_370_764_799;

    /// <param name="cancellation">When it fires, what has been read so far is what was seen.</param>
    public async Task<SeenTraffic> LookAsync(Scope scope, Eni eni, EstimateRequest request, Ingest.Delivery delivery, CancellationToken cancellation)
    {
        var interval = request.AggregationInterval * Minute;
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var until = CaptureWindow.Floor(now - options.Value.GraceSeconds, interval);
        var range = (From: until - (request.SampleMinutes * (long)Minute), Until: until);
        if (eni.Source.Type == TrafficSourceType.Interface)
            return await logged.LookAsync(scope, eni, range, interval, delivery, cancellation);
        var files = eni.Source.Type == TrafficSourceType.Pcap;
        var source = sources.Of(scope, eni);
        var cursor = new CaptureCursor { Until = range.From };
        var planned = await source.PlanAsync(scope, eni, cursor, cancellation);
        var replayed = files && planned.Count > 0;
        var plan = new CapturePlan(replayed ? 0 : range.From, replayed ? Never : range.Until, interval, [], planned)
        {
            Packets = new(eni.Source.SamplingRate, eni.Source.InsideTunnels, options.Value.Multicast),
            MaxFlows = options.Value.MaxFlows,
        };
        var records = new SampledRecords(delivery, interval, replayed ? now : 0);
        await ReadAsync(scope, eni, source, cursor, plan, records, replayed, cancellation);
        var seconds = replayed ? records.Span is { } span ? span.Until - span.From : 0 : range.Until - range.From;
        return new(records.Metered, seconds, records.HasTraffic);
    }

    private async Task ReadAsync(
        Scope scope, Eni eni, ITrafficSource source, CaptureCursor cursor, CapturePlan plan, SampledRecords records, bool replayed,
        CancellationToken cancellation)
    {
        var made = await maker.OpenApartAsync(scope, eni, plan, cancellation);
        var open = new FlowAggregator(plan.IntervalSeconds, plan.MaxFlows, seed: 0);
        var flows = new StepFlows(open, plan.MaxFlows, (closed, _) => Add(made.Of(closed)), (judged, _) => Add(made.Of(judged)));
        try
        {
            var reading = await source.ReadAsync(scope, eni, cursor, plan, flows, cancellation);
            records.Add(made.Of(reading.Judged));
            records.Add(made.Of([.. open.Drain()]));
            if (!replayed)
                records.Add(made.OfTheRest(reading));
        }
        catch (OperationCanceledException)
        {
            records.Add(made.Of([.. open.Drain()]));
        }

        records.Measure();

        Task Add(IEnumerable<FlowRecord> some)
        {
            records.Add(some);
            return Task.CompletedTask;
        }
    }
}
