using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Analysis.Tail;

/// <summary>A Logstore's new records as they are stored. Needs the report to be on.</summary>
internal sealed class TailRecords(
    LogstoreStore logstores, LogstoreTables tables, TailSlots slots, IOptions<TailOptions> options, CallTelemetry telemetry, TimeProvider time, ILogger<TailResult> log)
{
    public async Task<Outcome<TailResult>> RunAsync(
        Caller caller, string project, string logstore, TailRequest request, CancellationToken cancellation)
    {
        if (!(await logstores.GetAsync(caller.Scope, project, logstore, cancellation)).Is(out var found, out var refusal))
            return refusal;
        if (ReportNeeded.Complaint(found.Value) is { } complaint)
            return complaint;
        if (slots.RefuseNow(caller.AccountId) is { } tooMany)
            return tooMany;
        var arrivals = new TailArrivals(tables, found.Value.Id, request, time);
        await arrivals.BeginAsync(cancellation);
        var length = TimeSpan.FromSeconds(options.Value.Seconds);
        return new TailResult(new TailRun(arrivals, request, length, time), caller.AccountId, slots, new("tail", telemetry), length, time, log, cancellation);
    }
}
