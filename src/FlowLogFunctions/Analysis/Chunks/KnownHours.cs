using System.Collections.Concurrent;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis.Chunks;

/// <summary>
/// Listings of hours that nobody writes to any more. A listing stays true until a batch comes late, of which <see cref="HourNotes"/> tell;
/// that its chunks are merged does not change which records are in them.
/// </summary>
internal sealed class KnownHours
{
    private const int MaxHeaders = 500_000;

    private readonly ConcurrentDictionary<(string LogstoreId, long Hour), Listing> _listings = new();
    private int _headers;

    private sealed record Listing(IReadOnlyList<ChunkHeader> Headers, DateTimeOffset TrueAt);

    /// <summary>An hour's headers if they are known; null if it is to be listed.</summary>
    /// <param name="now">When it was found that the hour is not noted.</param>
    public IReadOnlyList<ChunkHeader>? Find(string logstoreId, long hour, DateTimeOffset now)
    {
        if (!_listings.TryGetValue((logstoreId, hour), out var known) || now - known.TrueAt > HourNotes.Silence)
            return null;
        if (now > known.TrueAt)
            _listings.TryUpdate((logstoreId, hour), known with { TrueAt = now }, known);
        return known.Headers;
    }

    /// <param name="headers">All of an hour that is not noted.</param>
    /// <param name="before">A time before it was listed.</param>
    public void Keep(string logstoreId, long hour, IReadOnlyList<ChunkHeader> headers, DateTimeOffset before)
    {
        if (Interlocked.Add(ref _headers, headers.Count + 1) > MaxHeaders)
        {
            _listings.Clear();
            Interlocked.Exchange(ref _headers, headers.Count + 1);
        }

        _listings[(logstoreId, hour)] = new(headers, before);
    }
}
