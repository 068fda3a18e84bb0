using System.Runtime.CompilerServices;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis.Chunks;

/// <summary>The hours of a Logstore as one request sees them: what it has listed once it does not list again. For one pass at a time.</summary>
internal sealed class LogstoreHours(LogstoreTables tables, LogstoreChunks chunks, HourNotes notes, QuietHours<ChunkHeader> quiet, string logstoreId)
{
    /// <summary>Hours that are listed with one call.</summary>
    private const int HoursOfSpan = 6;

    /// <summary>Spans that are listed while one before them is read.</summary>
    private const int SpansAhead = 2;

    private const int SecondsPerDay = 86_400;

    private readonly Dictionary<long, IReadOnlyList<ChunkHeader>> _listed = [];
    private Task<(IReadOnlyList<long> Days, NotedHours Noted)>? _known;

    public string LogstoreId => logstoreId;

    /// <summary>The starts of a range's hours that have a table.</summary>
    public async Task<IReadOnlyList<long>> WithinAsync(TimeRange range, CancellationToken cancellation) =>
        [.. range.HoursIn((await KnownAsync(cancellation)).Days)];

    /// <summary>
    /// The headers of a time range's hours, whole hours, whatever of them the range has: some hours of one day together, in the order of keys.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<ChunkHeader>> OfAsync(TimeRange range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var begun = new Queue<Task<IReadOnlyList<ChunkHeader>>>();
        foreach (var span in Spans(await WithinAsync(range, cancellation)))
        {
            begun.Enqueue(ListAsync(span, cancellation));
            if (begun.Count > SpansAhead)
                yield return await begun.Dequeue();
        }

        while (begun.TryDequeue(out var next))
            yield return await next;
    }

    /// <summary>Hours of one day, at most so many together.</summary>
    private static IEnumerable<IReadOnlyList<long>> Spans(IEnumerable<long> hours) =>
        hours.GroupBy(hour => hour / SecondsPerDay).SelectMany(day => day.Chunk(HoursOfSpan));

    private Task<(IReadOnlyList<long> Days, NotedHours Noted)> KnownAsync(CancellationToken cancellation)
    {
        return _known ??= ReadAsync();

        async Task<(IReadOnlyList<long> Days, NotedHours Noted)> ReadAsync()
        {
            var (noted, days) = (notes.OfAsync(logstoreId, cancellation), tables.DaysAsync(logstoreId, cancellation));
            await Task.WhenAll(noted, days);
            return (await days, await noted);
        }
    }

    private async Task<IReadOnlyList<ChunkHeader>> ListAsync(IReadOnlyList<long> span, CancellationToken cancellation)
    {
        var noted = (await KnownAsync(cancellation)).Noted;
        var found = new Dictionary<long, IReadOnlyList<ChunkHeader>>();
        foreach (var hour in span)
        {
            if (Remembered(hour, noted) is { } headers)
                found[hour] = headers;
        }

        long[] missing = [.. span.Where(hour => !found.ContainsKey(hour))];
        if (missing.Length > 0)
        {
            foreach (var (hour, headers) in await chunks.OfHoursAsync(logstoreId, missing, cancellation))
            {
                quiet.Keep(logstoreId, hour, headers, noted);
                found[hour] = headers;
            }
        }

        lock (_listed)
        {
            foreach (var (hour, headers) in found)
                _listed.TryAdd(hour, headers);
            return [.. span.SelectMany(hour => _listed[hour])];
        }
    }

    private IReadOnlyList<ChunkHeader>? Remembered(long hour, NotedHours noted)
    {
        lock (_listed)
        {
            if (_listed.TryGetValue(hour, out var headers))
                return headers;
        }

        return quiet.Find(logstoreId, hour, noted);
    }
}
