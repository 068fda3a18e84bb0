using System.Diagnostics.Metrics;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Hosting;

/// <summary>What is done to Logstores, queues and the audit log after the data has arrived is counted: merged, rolled up, metered, dropped, put back.</summary>
internal sealed class UpkeepTelemetry : IDisposable
{
    private readonly Meter _meter = new(Telemetry.MeterName);
    private readonly Counter<long> _merged;
    private readonly Counter<long> _unmerged;
    private readonly Counter<long> _rolledUp;
    private readonly Counter<long> _notRolledUp;
    private readonly Counter<long> _metered;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _poisoned;
    private readonly Counter<long> _noted;
    private readonly Counter<long> _redriven;
    private readonly Counter<long> _left;
    private readonly Counter<long> _capturesDropped;
    private readonly Counter<long> _audited;
    private readonly Counter<long> _auditLost;
    private readonly Counter<long> _auditDropped;

    public UpkeepTelemetry()
    {
        _merged = _meter.CreateCounter<long>("flowlog.logstore.merged", "{chunk}", "Chunks of batches that went into merged ones.");
        _unmerged = _meter.CreateCounter<long>("flowlog.logstore.unmerged", "{chunk}", "Chunks that were to be merged and were not, by reason.");
        _rolledUp = _meter.CreateCounter<long>("flowlog.logstore.rolled_up", "{rollup}", "Roll-ups written, by span.");
        _notRolledUp = _meter.CreateCounter<long>("flowlog.logstore.not_rolled_up", "{rollup}", "Roll-ups that somebody else wrote meanwhile, by span; they are made anew.");
        _metered = _meter.CreateCounter<long>("flowlog.usage.metered", "{hour}", "Hours of Logstores of which the usage was counted.");
        _dropped = _meter.CreateCounter<long>("flowlog.logstore.dropped", "{table}", "Days of Logstores that were dropped.");
        _poisoned = _meter.CreateCounter<long>("flowlog.poison.batches", "{message}", "Messages found in the poison queue of batches, by reason.");
        _noted = _meter.CreateCounter<long>("flowlog.poison.noted", "{hour}", "Hours of Logstores in which minutes of such messages were noted as lost.");
        _redriven = _meter.CreateCounter<long>("flowlog.poison.redriven", "{message}", "Messages put back into their queues, by reason and queue.");
        _left = _meter.CreateCounter<long>("flowlog.upkeep.left", "{piece}", "Pieces of work that failed and are left for the next run, by work and reason.");
        _capturesDropped = _meter.CreateCounter<long>("flowlog.capture.files_dropped", "{file}", "Capture files of ENIs that were gone.");
        _audited = _meter.CreateCounter<long>("flowlog.audit.written", "{record}", "Audit records stored.");
        _auditLost = _meter.CreateCounter<long>("flowlog.audit.lost", "{record}", "Audit records that could not be stored.");
        _auditDropped = _meter.CreateCounter<long>("flowlog.audit.dropped", "{table}", "Months of the audit log that were dropped.");
    }

    public void Merged(long chunks) => _merged.Add(chunks);

    public void Unmerged(long chunks, string reason) => _unmerged.Add(chunks, new KeyValuePair<string, object?>("reason", reason));

    /// <param name="span">hour or day.</param>
    /// <param name="isWritten">False if somebody else was faster.</param>
    public void RolledUp(string span, bool isWritten) => (isWritten ? _rolledUp : _notRolledUp).Add(1, new KeyValuePair<string, object?>("span", span));

    public void Metered() => _metered.Add(1);

    public void Dropped() => _dropped.Add(1);

    public void Poisoned(string reason) => _poisoned.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Noted() => _noted.Add(1);

    public void Redriven(string queue, string reason) => _redriven.Add(1, new("queue", queue), new("reason", reason));

    /// <summary>A piece of work that failed: the others of its run have their turn.</summary>
    /// <param name="work">merge, roll up, drop, drop captures or measure.</param>
    public void Left(string work, Exception fault) =>
        _left.Add(1, new("work", work), new("reason", StorageOutage.Is(fault) ? "outage" : "failed"));

    /// <summary>How a failure is logged: an outage passes by itself.</summary>
    public static LogLevel LevelOf(Exception fault) => StorageOutage.Is(fault) ? LogLevel.Warning : LogLevel.Error;

    public void CapturesDropped(int files) => _capturesDropped.Add(files);

    public void Audited() => _audited.Add(1);

    public void AuditLost() => _auditLost.Add(1);

    public void AuditDropped() => _auditDropped.Add(1);

    public void Dispose() => _meter.Dispose();
}
