using System.Collections.Concurrent;

namespace FlowLogFunctions.Ingest;

/// <summary>What was read a short while ago, so that it need not be read for every message.</summary>
/// <param name="kept">How long it is relied on.</param>
/// <param name="capacity">Values that are kept at most; past it all are forgotten.</param>
internal sealed class Memory<TKey, TValue>(TimeProvider time, TimeSpan kept, int capacity)
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, (TValue Value, DateTimeOffset Until)> _values = new();

    public TValue? Find(TKey key) => _values.TryGetValue(key, out var found) && time.GetUtcNow() < found.Until ? found.Value : null;

    public void Keep(TKey key, TValue value)
    {
        if (_values.Count >= capacity)
            _values.Clear();
        _values[key] = (value, time.GetUtcNow() + kept);
    }
}
