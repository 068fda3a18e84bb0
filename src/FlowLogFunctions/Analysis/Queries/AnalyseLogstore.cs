using FlowLog.Scan;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>What all that queries a Logstore does the same way: the report must be on, it passes the gate, and its answer says how complete it is.</summary>
internal sealed class AnalyseLogstore(LogstoreStore logstores, QueryGate gate, LogstoreWork logstoreWork)
{
    public async Task<Outcome<Analysed<T>>> RunAsync<T>(
        Caller caller, string project, string logstore, TimeRange range,
        Func<QueryScope, CancellationToken, Task<(T Value, ScanCounts Counts)>> work, CancellationToken cancellation)
    {
        if (!(await logstores.GetAsync(caller.Scope, project, logstore, cancellation)).Is(out var found, out var refusal))
            return refusal;
        if (ReportNeeded.Complaint(found.Value) is { } complaint)
            return complaint;
        return await gate.RunAsync(stop => logstoreWork.RunAsync(caller.Scope, found.Value, range, work, stop), cancellation);
    }
}
