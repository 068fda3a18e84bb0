using System.Collections.Concurrent;

namespace FlowLogFunctions.Merging;

/// <summary>
/// What was read of hours that nobody writes to any more. It stays true until a batch comes late, of which <see cref="HourNotes"/> tell: a note
/// is there for longer than <see cref="HourNotes.Silence"/> after each write, so what was true at some time and has no note within that time
/// after is true still. That chunks are merged does not change what is in them.
/// </summary>
internal sealed class QuietHours<T>
{
    private const int MostItems = 500_000;

    private readonly ConcurrentDictionary<(string LogstoreId, long Hour), Known> _hours = new();
    private int _items;

    private sealed record Known(IReadOnlyList<T> Items, DateTimeOffset TrueAt);

    /// <summary>What is known of an hour; null if it is to be read.</summary>
    public IReadOnlyList<T>? Find(string logstoreId, long hour, NotedHours noted)
    {
        var key = (logstoreId, hour);
        if (noted.Starts.Contains(hour) || !_hours.TryGetValue(key, out var known) || noted.At - known.TrueAt > HourNotes.Silence)
            return null;
        if (noted.At > known.TrueAt)
            _hours.TryUpdate(key, known with { TrueAt = noted.At }, known);
        return known.Items;
    }

    /// <summary>Remembers what was read of an hour, unless the hour is noted.</summary>
    /// <param name="noted">As it was before the hour was read.</param>
    public void Keep(string logstoreId, long hour, IReadOnlyList<T> items, NotedHours noted)
    {
        if (noted.Starts.Contains(hour))
            return;
        if (Interlocked.Add(ref _items, items.Count + 1) > MostItems)
        {
            _hours.Clear();
            Interlocked.Exchange(ref _items, items.Count + 1);
        }

        _hours[(logstoreId, hour)] = new(items, noted.At);
    }
}
