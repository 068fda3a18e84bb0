using FlowLogFunctions.Capture;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Network;
using FlowLogFunctions.Permissions;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Usage;

/// <summary>
/// What a flow log would cost a month, before it is created: the traffic of its ENIs is read as capture would read it, and measured as
/// ingest would write it. Nothing is written.
/// </summary>
internal sealed class EstimateFlowLog(
    FlowLogResources resources, LogstoreStore logstores, Coverage coverage, EniStore enis, TrafficProbe probe,
    IOptions<EstimateOptions> options, IOptions<PriceOptions> prices, TimeProvider time)
{
    private const double SecondsPerMonth = 30 * 86_400;

    public async Task<Outcome<FlowLogEstimate>> RunAsync(Caller caller, BodyReader body, CancellationToken cancellation)
    {
        var request = EstimateRequest.Read(body);
        // Its answer tells the Logstore's terms.
        if (request.Project is { } project && Permission.RefuseLogstore(caller, ApiActions.SeeLogstore, project, request.Logstore) is { } forbidden)
            return forbidden;
        var logstore = await CheckAsync(caller.Scope, request, body, cancellation);
        if (body.IsInvalid(out var refusal))
            return refusal;
        var terms = Terms(request, logstore);
        var members = await enis.AllAsync(caller.Scope, cancellation).Select(row => row.Value)
            .Where(eni => Coverage.Covers(request.ResourceType!.Value, request.ResourceId!, eni)).ToListAsync(cancellation);
        var (seen, complete) = await LookAsync(caller.Scope, members, request, terms, cancellation);
        return Answer(request, terms, members.Count, seen, complete);
    }

    private async Task<Logstore?> CheckAsync(Scope scope, EstimateRequest request, BodyReader body, CancellationToken cancellation)
    {
        if (request is { ResourceType: { } type, ResourceId: { } id } && await resources.FindVpcAsync(scope, type, id, cancellation) is null)
            body.Problem("resourceId", "InvalidResourceId.NotFound", $"names no {type} in this account and region.");
        if (request is not { Project: { } project, Logstore: { } name })
            return null;
        var found = await logstores.FindAsync(scope, project, name, cancellation);
        if (found is null)
            body.Problem("logstore", "LogStoreNotExist", $"names no Logstore of the Project '{project}'; leave both out for one that is yet to be made.");
        return found?.Value;
    }

    /// <summary>The Logstore as it would be: whether its report is on, and how long it keeps records.</summary>
    private Logstore Terms(EstimateRequest request, Logstore? logstore)
    {
        var now = time.GetUtcNow();
        var terms = logstore ?? new Logstore("", "", "", "", LogServiceLimits.DefaultTtlDays, now, null, false);
        if (request.AnalysisReport && terms.ReportSince is null)
            terms = terms.WithReport(now);
        return terms with { TtlDays = request.TtlDays ?? terms.TtlDays };
    }

    private async Task<(IReadOnlyList<SeenTraffic> Seen, bool Complete)> LookAsync(
        Scope scope, IReadOnlyList<Eni> members, EstimateRequest request, Logstore terms, CancellationToken cancellation)
    {
        var delivery = new Delivery(scope, terms, [new ServedFlowLog("", request.TrafficType!.Value, 0)]);
        var covered = (await coverage.OfAsync(scope, cancellation)).ToDictionary(eni => eni.Eni.Id);
        using var budget = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.Seconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, budget.Token);
        var seen = new List<SeenTraffic>();
        foreach (var eni in Spread(members, options.Value.MostEnis).TakeWhile(_ => !budget.IsCancellationRequested))
        {
            // The shortest interval of all its flow logs is the one that an ENI is captured with.
            var shortest = covered.TryGetValue(eni.Id, out var own) ? own.Times.Min(covering => covering.FlowLog.AggregationInterval) : int.MaxValue;
            var asked = request with { AggregationInterval = Math.Min(request.AggregationInterval, shortest) };
            try
            {
                seen.Add(await probe.LookAsync(scope, eni, asked, delivery, either.Token));
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // Out of time before anything of this ENI was read.
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return (seen, !budget.IsCancellationRequested);
    }

    /// <summary>So many of the ENIs, evenly spread over all of them, so that two estimates look at the same.</summary>
    private static IEnumerable<Eni> Spread(IReadOnlyList<Eni> all, int most) =>
        Enumerable.Range(0, Math.Min(all.Count, most)).Select(place => all[(int)((long)place * all.Count / Math.Min(all.Count, most))]);

    private FlowLogEstimate Answer(
        EstimateRequest request, Logstore terms, int members, IReadOnlyList<SeenTraffic> looked, bool complete)
    {
        var seen = looked.Where(eni => eni.Seconds > 0).ToList();
        var sum = seen.Aggregate(default(MeteredTraffic), (sum, eni) => sum + eni.Metered);
        var perMonth = seen.Aggregate(default(MeteredTraffic), (sum, eni) => sum + eni.Metered.Times(SecondsPerMonth / eni.Seconds));
        var month = seen.Count == 0 ? default : perMonth.Times((double)members / seen.Count);
        return new(
            request.ResourceType!.Value, request.ResourceId!, request.TrafficType!.Value, request.AggregationInterval, terms.ReportSince is not null, terms.TtlDays,
            members, looked.Count, looked.Count - seen.Count, complete,
            EstimatedTraffic.Of(seen.Select(eni => eni.Seconds).DefaultIfEmpty().Max(), sum, Cost.Of(sum, terms.TtlDays, prices.Value)),
            EstimatedTraffic.Of((long)SecondsPerMonth, month, Cost.Of(month, terms.TtlDays, prices.Value)));
    }
}
