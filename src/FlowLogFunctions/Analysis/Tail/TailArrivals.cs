using FlowLog.Chunks;
using FlowLogFunctions.Analysis.Export;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis.Tail;

/// <summary>
/// The chunks that are stored in the latest hours of a Logstore, in the order in which they were stored. Each waits for one more look, so that
/// one which shows itself a little later than it was stored still gets its place. Remembered is which batches were met, by their ids, and the
/// last chunks that were sent: a merged chunk shows nothing of them again.
/// </summary>
internal sealed class TailArrivals(LogstoreTables tables, string logstoreId, TailRequest request, TimeProvider time)
{
    private const int Hour = LogstoreKeys.SecondsPerHour;

    /// <summary>How far ahead of ours the clocks of those may go that write records.</summary>
    private const int SecondsAhead = 300;

    /// <summary>How much later than others a chunk may show itself that was stored before them.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    /// <summary>How far our clock may be from storage's.</summary>
    private static readonly TimeSpan ClockError = TimeSpan.FromMinutes(10);

    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly SentChunks _held = new();
    private List<ChunkHeader> _waiting = [];

    /// <summary>How far the tail has come.</summary>
    public TailCursor Position { get; private set; } = request.After ?? TailCursor.Start;

    /// <summary>Start of the first hour that is watched, Unix seconds.</summary>
    public long FirstHour => (Now / Hour * Hour) - Hour;

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Takes in what is there: what is not to be sent counts as met, the rest waits.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        var headers = await ListAsync(null, cancellation);
        foreach (var header in headers.Where(IsOld))
            _met.UnionWith(header.Batches);
        if (request is { From: null, After: null })
            Position = headers.Count == 0 ? Recent() : TailCursor.Behind(headers[^1]);
        Await(headers);
    }

    /// <summary>The chunks that are to be sent now, in their order.</summary>
    public async Task<IReadOnlyList<ChunkHeader>> NextAsync(CancellationToken cancellation)
    {
        var earlier = _waiting.Count;
        Await(await ListAsync(Position == TailCursor.Start ? null : Position.StoredAt - Overlap, cancellation));
        if (earlier == 0)
        {
            if (_waiting.Count == 0 && Recent() is var recent && recent.StoredAt > Position.StoredAt)
                Position = recent;
            return [];
        }

        var last = TailCursor.Behind(InOrder(_waiting.Take(earlier))[^1]);
        var due = InOrder(_waiting.Where(last.HasReached));
        _waiting = [.. _waiting.Where(header => !last.HasReached(header))];
        return due;
    }

    /// <summary>A chunk with what is to be left out of it, since it was sent; null if it has been merged, and comes again in the merged one.</summary>
    public async Task<(Chunk Chunk, IReadOnlyList<Chunk> Sent)?> ReadAsync(ChunkHeader header, IReadOnlyCollection<int> columns, CancellationToken cancellation)
    {
        if (await tables.ReadAsync(header, columns, cancellation) is not { } chunk)
        {
            _met.ExceptWith(header.Batches);
            return null;
        }

        // Those of a chunk that was gone when it was to be read come with the merged one.
        _met.UnionWith(header.Batches);
        var sent = header.Batches.Select(_held.Find).OfType<Chunk>().ToList();
        if (!header.IsMerged)
            _held.Hold(header.Batches[0], chunk);
        return (chunk, sent);
    }

    /// <summary>How many of the chunk's records were sent by an earlier tail.</summary>
    public int SentOf(ChunkHeader header) => Position.IsWithin(header) ? Position.Sent : 0;

    public void Advance(ChunkHeader header, int sent)
    {
        var place = TailCursor.Behind(header) with { Sent = sent };
        // One that showed itself late does not take back what came before it.
        if (!Position.HasReached(header) || Position.IsWithin(header))
            Position = place;
    }

    private TailCursor Recent() => new(time.GetUtcNow() - ClockError, "", TailCursor.All);

    private bool IsOld(ChunkHeader header)
    {
        if (request.After is not { } after)
            return request.From is null;
        return (after.HasReached(header) && !after.IsWithin(header)) || after.HasReachedSourcesOf(header);
    }

    private void Await(IReadOnlyList<ChunkHeader> headers)
    {
        foreach (var header in headers.Where(header => !header.Batches.All(_met.Contains) && !IsWaiting(header)))
        {
            _waiting.Add(header);
            _met.UnionWith(header.Batches);
        }
    }

    private bool IsWaiting(ChunkHeader header) => _waiting.Exists(other => other.Partition == header.Partition && other.Row == header.Row);

    private async Task<IReadOnlyList<ChunkHeader>> ListAsync(DateTimeOffset? since, CancellationToken cancellation)
    {
        var headers = new List<ChunkHeader>();
        for (var hour = FirstHour; hour <= Now + SecondsAhead; hour += Hour)
            headers.AddRange(await tables.HeadersAsync(logstoreId, hour, request.From ?? 0, hour + Hour, cancellation, since));
        return InOrder(headers);
    }

    private static List<ChunkHeader> InOrder(IEnumerable<ChunkHeader> headers) => [.. headers
        .OrderBy(header => header.StoredAt)
        .ThenBy(header => header.Partition, StringComparer.Ordinal)
        .ThenBy(header => header.Row, StringComparer.Ordinal)];
}
