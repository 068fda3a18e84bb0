using System.Diagnostics.Metrics;

namespace FlowLogFunctions.Hosting;

/// <summary>What callers ask for is counted: requests and why they were refused, queries, tails.</summary>
internal sealed class CallTelemetry : IDisposable
{
    private readonly Meter _meter = new(Telemetry.MeterName);
    private readonly Counter<long> _requests;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _throttled;
    private readonly Histogram<double> _queries;
    private readonly UpDownCounter<long> _tails;

    public CallTelemetry()
    {
        _requests = _meter.CreateCounter<long>("flowlog.http.requests", "{request}", "Requests answered, by function and status.");
        _refused = _meter.CreateCounter<long>("flowlog.http.refused", "{request}", "Requests that were not done, by status and code.");
        _throttled = _meter.CreateCounter<long>("flowlog.http.throttled", "{request}", "Requests refused for their number, by code.");
        _queries = _meter.CreateHistogram<double>("flowlog.query.duration", "s", "How long a query took with its wait for a turn, by result.");
        _tails = _meter.CreateUpDownCounter<long>("flowlog.tail.open", "{tail}", "Tails that are being watched.");
    }

    public void Answered(string function, int status) => _requests.Add(1, new("function", function), new("status", status));

    public void Refused(int status, string code) => _refused.Add(1, new("status", status), new("code", code));

    public void Throttled(string code) => _throttled.Add(1, new KeyValuePair<string, object?>("code", code));

    public void Queried(TimeSpan duration, string result) => _queries.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("result", result));

    public void TailOpened() => _tails.Add(1);

    public void TailClosed() => _tails.Add(-1);

    public void Dispose() => _meter.Dispose();
}
