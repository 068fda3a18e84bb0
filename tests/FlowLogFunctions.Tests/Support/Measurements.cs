using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace FlowLogFunctions.Tests.Support;

/// <summary>What an instrument of the app measures meanwhile; other tests of the process may measure too.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<long> _values = [];
    private readonly ConcurrentQueue<double> _seconds = [];
    private readonly ConcurrentQueue<string> _tags = [];

    public Measurements(string instrument)
    {
        _listener.InstrumentPublished = (found, listener) =>
        {
            if (found.Name == instrument)
                listener.EnableMeasurementEvents(found);
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Add(_values, value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, _) => Add(_seconds, value, tags));
        _listener.Start();
    }

    public IReadOnlyCollection<long> Values => _values;

    /// <summary>Of instruments that measure with fractions.</summary>
    public IReadOnlyCollection<double> Seconds => _seconds;

    /// <summary>Of each measurement, such as <c>status=404,code=NotFound</c>.</summary>
    public IReadOnlyCollection<string> Tags => _tags;

    public void Dispose() => _listener.Dispose();

    private void Add<T>(ConcurrentQueue<T> values, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        _tags.Enqueue(string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")));
        values.Enqueue(value);
    }
}
