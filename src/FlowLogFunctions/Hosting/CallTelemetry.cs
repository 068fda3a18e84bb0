using System.Diagnostics.Metrics;

namespace FlowLogFunctions.Hosting;

/// <summary>What callers ask for is counted: requests and why they were refused, queries, tails, what is read and handed over.</summary>
internal sealed class CallTelemetry : IDisposable
{
    private readonly Meter _meter = new(Telemetry.MeterName);
    private readonly Counter<long> _requests;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _throttled;
    private readonly Histogram<double> _queries;
    private readonly UpDownCounter<long> _tails;
    private readonly Counter<long> _read;
    private readonly Counter<long> _readBytes;
    private readonly Counter<long> _captureFiles;
    private readonly Counter<long> _captureBytes;
    private readonly Counter<long> _capturesRemoved;

    public CallTelemetry()
    {
        _requests = _meter.CreateCounter<long>("flowlog.http.requests", "{request}", "Requests answered, by function and status.");
        _refused = _meter.CreateCounter<long>("flowlog.http.refused", "{request}", "Requests that were not done, by status and code.");
        _throttled = _meter.CreateCounter<long>("flowlog.http.throttled", "{request}", "Requests refused for their number, by code.");
        _queries = _meter.CreateHistogram<double>("flowlog.query.duration", "s", "How long a query took with its wait for a turn, by result.");
        _tails = _meter.CreateUpDownCounter<long>("flowlog.tail.open", "{tail}", "Tails that are being watched.");
        _read = _meter.CreateCounter<long>("flowlog.read.records", "{record}", "Records sent to callers, by the way they were asked for.");
        _readBytes = _meter.CreateCounter<long>("flowlog.read.bytes", "By", "Bytes of exports and tails sent to callers, before compression.");
        _captureFiles = _meter.CreateCounter<long>("flowlog.capture.files", "{file}", "Capture files that callers handed over.");
        _captureBytes = _meter.CreateCounter<long>("flowlog.capture.file_bytes", "By", "Bytes of such files.");
        _capturesRemoved = _meter.CreateCounter<long>("flowlog.capture.files_removed", "{file}", "Capture files that callers removed.");
    }

    public void Answered(string function, int status) => _requests.Add(1, new("function", function), new("status", status));

    public void Refused(int status, string code) => _refused.Add(1, new("status", status), new("code", code));

    public void Throttled(string code) => _throttled.Add(1, new KeyValuePair<string, object?>("code", code));

    public void Queried(TimeSpan duration, string result) => _queries.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("result", result));

    public void TailOpened() => _tails.Add(1);

    public void TailClosed() => _tails.Add(-1);

    /// <param name="way">records, export or tail.</param>
    public void Read(long records, string way) => _read.Add(records, new KeyValuePair<string, object?>("way", way));

    public void ReadBytes(long bytes, string way) => _readBytes.Add(bytes, new KeyValuePair<string, object?>("way", way));

    public void CaptureTaken(long bytes)
    {
        _captureFiles.Add(1);
        _captureBytes.Add(bytes);
    }

    public void CaptureRemoved() => _capturesRemoved.Add(1);

    public void Dispose() => _meter.Dispose();
}
