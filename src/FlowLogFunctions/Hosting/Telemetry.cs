using System.Diagnostics.Metrics;

namespace FlowLogFunctions.Hosting;

/// <summary>
/// What moves from capture to Logstores is counted, with the reason where something is left out, on the app's one meter <c>FlowLogFunctions</c>.
/// Calls and queries are counted by <see cref="CallTelemetry"/>.
/// </summary>
internal sealed class Telemetry : IDisposable
{
    public const string MeterName = "FlowLogFunctions";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _captured;
    private readonly Counter<long> _enqueued;
    private readonly Counter<long> _closedEarly;
    private readonly Counter<long> _received;
    private readonly Counter<long> _filtered;
    private readonly Counter<long> _expired;
    private readonly Counter<long> _written;
    private readonly Counter<long> _repeated;
    private readonly Counter<long> _undeliverable;
    private readonly Counter<long> _skipped;
    private readonly Counter<long> _unreadable;
    private readonly Counter<long> _poisoned;
    private readonly Counter<long> _merged;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _auditLost;
    private readonly Counter<long> _redriven;
    private readonly Counter<long> _unmerged;
    private readonly Counter<long> _cloudLogBytes;
    private readonly Counter<long> _steps;
    private readonly Histogram<long> _lag;
    private readonly Histogram<double> _age;
    private readonly Histogram<double> _runs;

    public Telemetry()
    {
        _captured = _meter.CreateCounter<long>("flowlog.capture.packets", "{packet}", "Packets read from traffic sources.");
        _skipped = _meter.CreateCounter<long>("flowlog.capture.skipped", "{packet}", "Packets that make no flow, by reason.");
        _enqueued = _meter.CreateCounter<long>("flowlog.capture.records", "{record}", "Records handed to the queue.");
        _closedEarly = _meter.CreateCounter<long>("flowlog.capture.closed_early", "{flow}", "Flows that were closed within their window, because too many were open.");
        _received = _meter.CreateCounter<long>("flowlog.ingest.received", "{record}", "Records taken from the queue.");
        _poisoned = _meter.CreateCounter<long>("flowlog.poison.batches", "{message}", "Messages found in the poison queue of batches, by reason.");
        _unreadable = _meter.CreateCounter<long>("flowlog.ingest.unreadable", "{message}", "Deliveries of messages that cannot be read; they end in the poison queue.");
        _filtered = _meter.CreateCounter<long>("flowlog.ingest.filtered", "{record}", "Records that no flow log of a Logstore asks for.");
        _expired = _meter.CreateCounter<long>("flowlog.ingest.expired", "{record}", "Records that came when they were older than their Logstore keeps them.");
        _written = _meter.CreateCounter<long>("flowlog.ingest.written", "{record}", "Records written to Logstores.");
        _repeated = _meter.CreateCounter<long>("flowlog.ingest.repeated", "{record}", "Records that a repeated delivery brought again.");
        _undeliverable = _meter.CreateCounter<long>("flowlog.ingest.undeliverable", "{batch}", "Batches that a flow log could not get, by reason.");
        _merged = _meter.CreateCounter<long>("flowlog.logstore.merged", "{chunk}", "Chunks of batches that went into merged ones.");
        _dropped = _meter.CreateCounter<long>("flowlog.logstore.dropped", "{table}", "Days of Logstores that were dropped.");
        _auditLost = _meter.CreateCounter<long>("flowlog.audit.lost", "{record}", "Audit records that could not be stored.");
        _redriven = _meter.CreateCounter<long>("flowlog.poison.redriven", "{message}", "Messages put back into their queues, by reason and queue.");
        _unmerged = _meter.CreateCounter<long>("flowlog.logstore.unmerged", "{chunk}", "Chunks that were to be merged and were not, by reason.");
        _cloudLogBytes = _meter.CreateCounter<long>("flowlog.capture.cloud_log_bytes", "By", "Bytes read of foreign flow logs, as they are stored.");
        _steps = _meter.CreateCounter<long>("flowlog.capture.steps", "{step}", "Steps of ENIs that were handed to the queue whole, by kind of traffic source.");
        _age = _meter.CreateHistogram<double>("flowlog.ingest.queue_lag", "s", "How long before it was taken from the queue a batch's step was planned: reading, waiting, and tries that failed.");
        _runs = _meter.CreateHistogram<double>("flowlog.capture.run.duration", "s", "How long a run of capture took, by result.");
        _lag = _meter.CreateHistogram<long>("flowlog.delivery.lag", "s", "How long ago the time is up to which a flow log's records are complete, measured each minute.");
    }

    public void Captured(long packets) => _captured.Add(packets);

    public void Skipped(long packets, string reason) => _skipped.Add(packets, new KeyValuePair<string, object?>("reason", reason));

    public void Enqueued(long records) => _enqueued.Add(records);

    public void ClosedEarly(long flows) => _closedEarly.Add(flows);

    public void Received(long records) => _received.Add(records);

    public void Poisoned(string reason) => _poisoned.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Unreadable() => _unreadable.Add(1);

    public void Filtered(long records) => _filtered.Add(records);

    public void Written(long records, long repeated)
    {
        _written.Add(records);
        _repeated.Add(repeated);
    }

    public void Undeliverable(string reason) => _undeliverable.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Expired(long records) => _expired.Add(records);

    public void Redriven(string queue, string reason) => _redriven.Add(1, new("queue", queue), new("reason", reason));

    public void Unmerged(long chunks, string reason) => _unmerged.Add(chunks, new KeyValuePair<string, object?>("reason", reason));

    public void CloudLogRead(long bytes) => _cloudLogBytes.Add(bytes);

    public void Stepped(string source) => _steps.Add(1, new KeyValuePair<string, object?>("source", source));

    public void Waited(TimeSpan age) => _age.Record(Math.Max(0, age.TotalSeconds));

    public void Ran(TimeSpan duration, string result) => _runs.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("result", result));

    public void Merged(long chunks) => _merged.Add(chunks);

    public void Dropped() => _dropped.Add(1);

    public void AuditLost() => _auditLost.Add(1);

    public void Lag(long seconds) => _lag.Record(seconds);

    public void Dispose() => _meter.Dispose();
}
