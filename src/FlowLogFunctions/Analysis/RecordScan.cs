using System.Runtime.CompilerServices;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis;

/// <summary>
/// A Logstore's records of a time range in the order of their places, forward or backward. Of each hour only the chunks whose time has
/// come are open: the next one is read when the merged rows reach its least start. A chunk that has been merged into another before it was
/// read makes the scan list the hour again and go on after the last record that it gave.
/// </summary>
/// <param name="after">The place after which the scan begins; null for the range's edge.</param>
/// <param name="query">What the records have to meet; null for all. It changes nobody's place: of records that say the same all meet it or none does.</param>
internal sealed class RecordScan(
    LogstoreTables tables, string logstoreId, TimeRange range, RecordPlace? after, bool reverse, FlowPredicate? query = null)
{
    private static readonly IReadOnlyCollection<int> Columns = [ChunkLimits.AddressesId, .. FlowFields.All.Select(field => field.Id)];

    private readonly Comparer<RecordPlace> _order = Comparer<RecordPlace>.Create((a, b) => RecordPlace.Compare(a, b, reverse));
    private readonly ScanPlan? _plan = query is null ? null : new(query, FlowFields.All);
    private RecordPlace? _last = after;
    private bool _isChanged;

    /// <summary>What was read so far.</summary>
    public ScanCounts Counts { get; private set; }

    public async IAsyncEnumerable<(RecordPlace Place, FlowColumns Rows, int Row)> RunAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var days = await tables.DaysAsync(logstoreId, cancellation);
        var hours = Remaining().HoursIn(days);
        foreach (var hour in reverse ? hours.Reverse() : hours)
        {
            do
            {
                _isChanged = false;
                await foreach (var record in HourAsync(hour, cancellation))
                {
                    _last = record.Place;
                    yield return record;
                }
            }
            while (_isChanged);
        }
    }

    private async IAsyncEnumerable<(RecordPlace Place, FlowColumns Rows, int Row)> HourAsync(
        long hour, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rest = Remaining();
        var waiting = new Queue<ChunkHeader>(InOrder(await tables.HeadersAsync(logstoreId, hour, rest.From, rest.To, cancellation)));
        var open = new PriorityQueue<OpenChunk, RecordPlace>(_order);
        RecordPlace? before = null;
        while (true)
        {
            while (waiting.TryPeek(out var header) && (open.Count == 0 || IsDue(header, open.Peek().Place)))
            {
                if (!await OpenAsync(waiting.Dequeue(), rest, open, cancellation))
                    yield break;
            }

            if (!open.TryDequeue(out var chunk, out var found))
                yield break;
            var place = before is { } same && same with { Number = 0 } == found ? same with { Number = same.Number + 1 } : found;
            before = place;
            if (_last is not { } last || place.IsAfter(last, reverse))
                yield return (place, chunk.Rows, chunk.Row);
            chunk.Advance();
            Enqueue(chunk, open);
        }
    }

    /// <summary>False if the chunk is not there any more.</summary>
    private async Task<bool> OpenAsync(ChunkHeader header, TimeRange rest, PriorityQueue<OpenChunk, RecordPlace> open, CancellationToken cancellation)
    {
        if (await tables.ReadAsync(header, Columns, cancellation) is not { } chunk)
        {
            _isChanged = true;
            return false;
        }

        var counts = new ScanCounts(1, 0, chunk.Rows, 0, chunk.Size, 0, chunk.Rows);
        var rows = _plan is null ? ChunkDecoder.Decode(chunk, FlowFields.All) : MatchingRows.Of(chunk, _plan, out counts, cancellation);
        Counts += counts;
        Enqueue(new OpenChunk(rows, rest, reverse), open);
        return true;
    }

    private static void Enqueue(OpenChunk chunk, PriorityQueue<OpenChunk, RecordPlace> open)
    {
        if (!chunk.IsAtEnd)
            open.Enqueue(chunk, chunk.Place);
    }

    private IEnumerable<ChunkHeader> InOrder(IReadOnlyList<ChunkHeader> headers) =>
        reverse ? headers.OrderByDescending(header => header.Starts.Greatest) : headers.OrderBy(header => header.Starts.Least);

    /// <summary>Whether the chunk can have a record that comes no later than this one.</summary>
    private bool IsDue(ChunkHeader header, RecordPlace next) =>
        reverse ? header.Starts.Greatest >= next.Start : header.Starts.Least <= next.Start;

    /// <summary>What of the range lies after the last place, to the second.</summary>
    private TimeRange Remaining()
    {
        if (_last is not { } begin)
            return range;
        return reverse ? range with { To = Math.Min(range.To, begin.Start + 1) } : range with { From = Math.Max(range.From, begin.Start) };
    }
}
