using System.Runtime.CompilerServices;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis.Chunks;

/// <summary>The hours of a Logstore as one request sees them: what it has listed once it does not list again.</summary>
internal sealed class LogstoreHours(LogstoreTables tables, LogstoreChunks chunks, HourNotes notes, KnownHours known, TimeProvider time, string logstoreId)
{
    /// <summary>Hours that are listed while one before them is read.</summary>
    private const int Ahead = 4;

    public string LogstoreId => logstoreId;

    private readonly Dictionary<long, Task<IReadOnlyList<ChunkHeader>>> _listed = [];
    private Task<Knowledge>? _knowledge;

    /// <summary>What is the same for all hours.</summary>
    /// <param name="At">A time before any of it was read.</param>
    private sealed record Knowledge(IReadOnlyList<long> Days, IReadOnlySet<long> Noted, DateTimeOffset At);

    /// <summary>The headers of each hour of a time range that has a table, from the first to the last; all of an hour, whatever of it the range has.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ChunkHeader>> OfAsync(TimeRange range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var knowledge = await (_knowledge ??= KnowAsync(cancellation));
        var begun = new Queue<Task<IReadOnlyList<ChunkHeader>>>();
        foreach (var hour in range.HoursIn(knowledge.Days))
        {
            begun.Enqueue(Begin(hour, knowledge, cancellation));
            if (begun.Count > Ahead)
                yield return await begun.Dequeue();
        }

        while (begun.TryDequeue(out var next))
            yield return await next;
    }

    /// <summary>The starts of a range's hours that have a table.</summary>
    public async Task<IReadOnlyList<long>> WithinAsync(TimeRange range, CancellationToken cancellation) =>
        [.. range.HoursIn((await (_knowledge ??= KnowAsync(cancellation))).Days)];

    private async Task<Knowledge> KnowAsync(CancellationToken cancellation)
    {
        var at = time.GetUtcNow();
        var noted = notes.OfAsync(logstoreId, cancellation);
        var days = tables.DaysAsync(logstoreId, cancellation);
        await Task.WhenAll(noted, days);
        return new(await days, await noted, at);
    }

    private Task<IReadOnlyList<ChunkHeader>> Begin(long hour, Knowledge knowledge, CancellationToken cancellation)
    {
        lock (_listed)
        {
            if (!_listed.TryGetValue(hour, out var listing))
                _listed[hour] = listing = ListAsync(hour, knowledge, cancellation);
            return listing;
        }
    }

    private async Task<IReadOnlyList<ChunkHeader>> ListAsync(long hour, Knowledge knowledge, CancellationToken cancellation)
    {
        if (knowledge.Noted.Contains(hour))
            return await chunks.OfHourAsync(logstoreId, hour, cancellation);
        if (known.Find(logstoreId, hour, knowledge.At) is { } headers)
            return headers;
        var before = time.GetUtcNow();
        headers = await chunks.OfHourAsync(logstoreId, hour, cancellation);
        known.Keep(logstoreId, hour, headers, before);
        return headers;
    }
}
