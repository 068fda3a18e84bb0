using System.Diagnostics;
using FlowLogFunctions.Observability;

namespace FlowLogFunctions.Hosting;

/// <summary>An answer that is made while it is sent, when its call has ended: traced as a part of the call in which this was made, and counted as it goes.</summary>
/// <param name="way">export or tail.</param>
internal sealed class WatchedSending(string way, CallTelemetry telemetry) : IDisposable
{
    private readonly ActivityContext _call = Activity.Current?.Context ?? default;
    private Activity? _activity;
    private long _records;
    private string _result = "caller left";

    public void Begin() => _activity = Traces.Start(way, _call);

    /// <summary>What the caller has taken.</summary>
    public void Sent(long records, long bytes)
    {
        _records += records;
        telemetry.Read(records, way);
        telemetry.ReadBytes(bytes, way);
    }

    public void End() => _result = "whole";

    public void Fail(Exception fault)
    {
        _result = "failed";
        _activity?.Fail(fault.GetType().Name);
    }

    public void Dispose()
    {
        _activity?.SetTag("flowlog.records", _records).SetTag("flowlog.result", _result);
        _activity?.Dispose();
    }
}
