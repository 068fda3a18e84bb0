using System.Runtime.CompilerServices;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis;

/// <summary>
/// A Logstore's records of a time range in the order of their places, forward or backward. Of each hour only the chunks whose time has
/// come are open: the next one is read when the merged rows reach its least start.
/// </summary>
/// <param name="after">The place after which the scan begins; null for the range's edge.</param>
internal sealed class RecordScan(LogstoreTables tables, string logstoreId, TimeRange range, RecordPlace? after, bool reverse)
{
    private static readonly IReadOnlyCollection<int> Columns = [0, .. FlowFields.All.Select(field => field.Id)];

    private readonly Comparer<RecordPlace> _order =
        Comparer<RecordPlace>.Create((a, b) => reverse ? b.CompareTo(a) : a.CompareTo(b));

    public async IAsyncEnumerable<(RecordPlace Place, FlowColumns Rows, int Row)> RunAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var days = await tables.DaysAsync(logstoreId, cancellation);
        var hours = Remaining().HoursIn(days);
        foreach (var hour in reverse ? hours.Reverse() : hours)
        {
            await foreach (var record in HourAsync(hour, cancellation))
                yield return record;
        }
    }

    private async IAsyncEnumerable<(RecordPlace Place, FlowColumns Rows, int Row)> HourAsync(
        long hour, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rest = Remaining();
        var waiting = new Queue<ChunkHeader>(InOrder(await tables.HeadersAsync(logstoreId, hour, rest.From, rest.To, cancellation)));
        var open = new PriorityQueue<OpenChunk, RecordPlace>(_order);
        while (true)
        {
            while (waiting.TryPeek(out var header) && (open.Count == 0 || IsDue(header, open.Peek().Place)))
                await OpenAsync(waiting.Dequeue(), open, cancellation);
            if (!open.TryDequeue(out var chunk, out var place))
                yield break;
            if (IsWanted(place))
                yield return (place, chunk.Rows, chunk.Row);
            chunk.Advance();
            if (!chunk.IsAtEnd)
                open.Enqueue(chunk, chunk.Place);
        }
    }

    private async Task OpenAsync(ChunkHeader header, PriorityQueue<OpenChunk, RecordPlace> open, CancellationToken cancellation)
    {
        if (await tables.ReadAsync(header, Columns, cancellation) is not { Rows: > 0 } chunk)
            return;
        var opened = new OpenChunk(header.Row, ChunkDecoder.Decode(chunk, FlowFields.All), reverse);
        open.Enqueue(opened, opened.Place);
    }

    private IEnumerable<ChunkHeader> InOrder(IReadOnlyList<ChunkHeader> headers) =>
        reverse ? headers.OrderByDescending(header => header.Starts.Greatest) : headers.OrderBy(header => header.Starts.Least);

    /// <summary>Whether the chunk can have a record that comes no later than this one.</summary>
    private bool IsDue(ChunkHeader header, RecordPlace next) =>
        reverse ? header.Starts.Greatest >= next.Start : header.Starts.Least <= next.Start;

    private bool IsWanted(RecordPlace place) =>
        place.Start >= range.From && place.Start < range.To && (after is not { } begin || _order.Compare(place, begin) > 0);

    /// <summary>What of the range lies after the place, to the second.</summary>
    private TimeRange Remaining()
    {
        if (after is not { } begin)
            return range;
        return reverse ? range with { To = Math.Min(range.To, begin.Start + 1) } : range with { From = Math.Max(range.From, begin.Start) };
    }
}
