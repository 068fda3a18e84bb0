using System.Diagnostics.Metrics;
using FlowLogFunctions.Capture;

namespace FlowLogFunctions.Hosting;

/// <summary>
/// What moves from capture to Logstores is counted, with the reason where something is left out, on the app's one meter <c>FlowLogFunctions</c>.
/// Calls and what they read are counted by <see cref="CallTelemetry"/>, what timers look after by <see cref="UpkeepTelemetry"/>.
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
    private readonly Counter<long> _cloudLogBytes;
    private readonly Counter<long> _cloudLogSkipped;
    private readonly Counter<long> _steps;
    private readonly Counter<long> _losses;
    private readonly Counter<long> _enis;
    private readonly Counter<long> _unconfirmed;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _unsent;
    private readonly Counter<long> _settled;
    private readonly Counter<long> _cutOff;
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
        _sent = _meter.CreateCounter<long>("flowlog.queue.sent", "{message}", "Messages put into a queue, by queue.");
        _unsent = _meter.CreateCounter<long>("flowlog.queue.unsent", "{message}", "Messages that could not be sent and that something else makes up for, by queue.");
        _unreadable = _meter.CreateCounter<long>("flowlog.queue.unreadable", "{message}", "Deliveries of messages that cannot be read, by queue; they end in the poison queue.");
        _settled = _meter.CreateCounter<long>("flowlog.flowlogs.settled", "{flowlog}", "Passing states of flow logs that were ended.");
        _cutOff = _meter.CreateCounter<long>("flowlog.flowlogs.cut_off", "{flowlog}", "Flow logs that ended and were forgotten before all of their traffic was captured.");
        _filtered = _meter.CreateCounter<long>("flowlog.ingest.filtered", "{record}", "Records that no flow log of a Logstore asks for.");
        _expired = _meter.CreateCounter<long>("flowlog.ingest.expired", "{record}", "Records that came when they were older than their Logstore keeps them.");
        _written = _meter.CreateCounter<long>("flowlog.ingest.written", "{record}", "Records written to Logstores.");
        _repeated = _meter.CreateCounter<long>("flowlog.ingest.repeated", "{record}", "Records that a repeated delivery brought again.");
        _undeliverable = _meter.CreateCounter<long>("flowlog.ingest.undeliverable", "{batch}", "Batches that a flow log could not get, by reason.");
        _cloudLogBytes = _meter.CreateCounter<long>("flowlog.capture.cloud_log_bytes", "By", "Bytes read of foreign flow logs, as they are stored.");
        _cloudLogSkipped = _meter.CreateCounter<long>("flowlog.capture.cloud_log_skipped", "{tuple}", "Tuples and lines of foreign flow logs that make no flow, by reason.");
        _losses = _meter.CreateCounter<long>("flowlog.capture.losses", "{loss}", "Losses that records of skipped data tell of, by kind of traffic source.");
        _enis = _meter.CreateCounter<long>("flowlog.capture.enis", "{eni}", "ENIs that runs of capture went through, by result.");
        _unconfirmed = _meter.CreateCounter<long>("flowlog.capture.unconfirmed", "{region}", "Regions of accounts that runs of capture left out, as the confirmation is missing.");
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

    public void Sent(string queue) => _sent.Add(1, new KeyValuePair<string, object?>("queue", queue));

    public void Unsent(string queue) => _unsent.Add(1, new KeyValuePair<string, object?>("queue", queue));

    public void Unreadable(string queue) => _unreadable.Add(1, new KeyValuePair<string, object?>("queue", queue));

    public void Settled() => _settled.Add(1);

    public void CutOff() => _cutOff.Add(1);

    public void Filtered(long records) => _filtered.Add(records);

    public void Written(long records, long repeated)
    {
        _written.Add(records);
        _repeated.Add(repeated);
    }

    public void Undeliverable(string reason) => _undeliverable.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Expired(long records) => _expired.Add(records);

    public void CloudLogRead(long bytes) => _cloudLogBytes.Add(bytes);

    /// <param name="tuples">By reason.</param>
    public void CloudLogSkipped(IReadOnlyDictionary<string, long> tuples)
    {
        foreach (var (reason, count) in tuples.Where(skipped => skipped.Value > 0))
            _cloudLogSkipped.Add(count, new KeyValuePair<string, object?>("reason", reason));
    }

    public void Lost(long losses, string source) => _losses.Add(losses, new KeyValuePair<string, object?>("source", source));

    public void WentThrough(EniResult result) => _enis.Add(1, new KeyValuePair<string, object?>("result", result.ToString()));

    public void Unconfirmed() => _unconfirmed.Add(1);

    public void Stepped(string source) => _steps.Add(1, new KeyValuePair<string, object?>("source", source));

    public void Waited(TimeSpan age) => _age.Record(Math.Max(0, age.TotalSeconds));

    public void Ran(TimeSpan duration, string result) => _runs.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("result", result));

    public void Lag(long seconds) => _lag.Record(seconds);

    public void Dispose() => _meter.Dispose();
}
