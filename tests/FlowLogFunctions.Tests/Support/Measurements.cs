using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace FlowLogFunctions.Tests.Support;

/// <summary>What an instrument of the app measures meanwhile; other tests of the process may measure too.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<long> _values = [];

    public Measurements(string instrument)
    {
        _listener.InstrumentPublished = (found, listener) =>
        {
            if (found.Name == instrument)
                listener.EnableMeasurementEvents(found);
        };
        _listener.SetMeasurementEventCallback<long>((_, value, _, _) => _values.Enqueue(value));
        _listener.Start();
    }

    public IReadOnlyCollection<long> Values => _values;

    public void Dispose() => _listener.Dispose();
}
