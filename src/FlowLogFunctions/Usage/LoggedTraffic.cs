using FlowLog.Flows;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Capture;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Usage;

/// <summary>
/// What another flow log has kept of an ENI whose traffic passes only once: it cannot be looked at again, but a flow log of all traffic
/// on it says what there was.
/// </summary>
internal sealed class LoggedTraffic(Coverage coverage, LogstoreStore logstores, LogstoreTables tables)
{
    private const int Minute = 60;

    /// <param name="range">Unix seconds, whole windows.</param>
    public async Task<SeenTraffic> LookAsync(
        Scope scope, Eni eni, (long From, long Until) range, int intervalSeconds, Delivery delivery, CancellationToken cancellation)
    {
        var covered = (await coverage.OfAsync(scope, cancellation)).FirstOrDefault(covered => covered.Eni.Id == eni.Id);
        var all = covered?.Times.FirstOrDefault(covering => covering.FlowLog.TrafficType == TrafficType.All && covering.Since < range.Until);
        if (all is null || await logstores.FindAsync(scope, all.FlowLog.Project, all.FlowLog.Logstore, cancellation) is not { } logstore)
            return SeenTraffic.Nothing;
        var from = Math.Max(range.From, CaptureWindow.Floor(all.Since + intervalSeconds - 1, intervalSeconds));
        var interval = Math.Max(intervalSeconds, covered!.Times.Min(covering => covering.FlowLog.AggregationInterval) * Minute);
        var records = new SampledRecords(delivery, interval, stockUntil: 0);
        var scan = new RecordScan(tables, logstore.Value.Id, new TimeRange(from, range.Until), null, reverse: false);
        var joined = new WindowJoin(interval);
        await foreach (var (_, rows, row) in scan.RunAsync(cancellation))
        {
            if (rows.Texts(FlowFields.EniId)[row] == eni.Id)
                records.Add(joined.Add(rows[row]));
        }

        records.Add(joined.Rest());
        records.Measure();
        return range.Until <= from ? SeenTraffic.Nothing : new(records.Metered, range.Until - from, records.HasTraffic);
    }
}
