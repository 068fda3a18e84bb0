using System.Collections.Concurrent;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture;

/// <summary>What became of one run of capture; ENIs are added side by side.</summary>
internal sealed class CaptureTally
{
    private readonly ConcurrentDictionary<TrafficSourceType, long> _steps = [];
    private int _failures;

    /// <summary>ENIs and accounts that could not be captured to their end.</summary>
    public int Failures => _failures;

    /// <summary>Kinds of traffic source of which at least one step was handed to the queue whole.</summary>
    public IEnumerable<TrafficSourceType> Sources => _steps.Keys;

    public long Steps => _steps.Values.Sum();

    public void Add(TrafficSourceType source) => _steps.AddOrUpdate(source, 1, (_, steps) => steps + 1);

    public void AddFailure() => Interlocked.Increment(ref _failures);
}
