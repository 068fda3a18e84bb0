using System.Runtime.CompilerServices;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Printing;
using FlowLog.Scan;
using FlowLogFunctions.Analysis.Export;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis.Tail;

/// <summary>One tail: looks for new chunks, and writes their records as events until its time is over.</summary>
internal sealed class TailRun(TailArrivals arrivals, TailRequest request, TimeSpan length, TimeProvider time)
{
    public static readonly TimeSpan HeartBeat = TimeSpan.FromSeconds(15);

    /// <summary>Between two looks, while records come and when none has come for <see cref="Patience"/>.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan IdlePeriod = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of events that are handed on at once.</summary>
    private const int PartBytes = 64 * 1024;

    private static readonly IReadOnlyCollection<int> Columns = [ChunkLimits.AddressesId, .. FlowFields.All.Select(field => field.Id)];

    private readonly ScanPlan _plan = new(
        FlowPredicate.And([FlowPredicate.Between(FlowFields.Start, request.From ?? 0, long.MaxValue), request.Query]), FlowFields.All);

    private readonly TailText _text = new();
    private readonly long _begun = time.GetTimestamp();
    private long _written;
    private long _found;
    private long _records;

    /// <summary>Records in the parts so far.</summary>
    public long Records => _records;

    private bool IsOver => time.GetElapsedTime(_begun) >= length;

    /// <summary>Parts of the answer, each whole events and valid until the next; to be sent on at once.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> RunAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        _text.Open(arrivals.Position);
        SayWhatIsMissing();
        yield return Part();
        _found = _written;
        while (!IsOver)
        {
            foreach (var header in await arrivals.NextAsync(cancellation))
            {
                await foreach (var part in ChunkAsync(header, cancellation))
                    yield return part;
            }

            if (time.GetElapsedTime(_written) >= HeartBeat)
            {
                _text.HeartBeat(arrivals.Position);
                yield return Part();
            }

            if (!IsOver)
                await Task.Delay(Pause(), time, cancellation);
        }

        _text.End(arrivals.Position, _records);
        yield return Part();
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> ChunkAsync(ChunkHeader header, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (IsOver || await arrivals.ReadAsync(header, Columns, cancellation) is not var (chunk, sent))
            yield break;
        var rows = MatchingRows.Of(chunk, _plan, cancellation);
        if (sent.Count > 0)
            rows = SentRows.Of(sent, _plan, cancellation).Without(rows);
        var lines = new RecordLines(FlowFields.All, rows, LineFormat.Json);
        var order = InOrderOfTime(rows);
        for (var place = arrivals.SentOf(header); place < order.Length; place++)
        {
            // Whoever resumes reads the chunk anew: a place in it holds only if nothing was left out.
            if (sent.Count == 0)
                arrivals.Advance(header, place + 1 == order.Length ? TailCursor.All : place + 1);
            _text.Record(lines, order[place], arrivals.Position);
            _records++;
            if (_text.Bytes.Length < PartBytes)
                continue;
            yield return Part();
            if (IsOver)
                yield break;
        }

        arrivals.Advance(header, TailCursor.All);
        if (order.Length > 0)
            _found = time.GetTimestamp();
        if (!_text.Bytes.IsEmpty)
            yield return Part();
    }

    private void SayWhatIsMissing()
    {
        var watched = DateTimeOffset.FromUnixTimeSeconds(arrivals.FirstHour);
        if (request.After is { } after && after.StoredAt < watched)
            _text.Gap(after.StoredAt, watched);
    }

    /// <summary>The text so far, which the next word begins anew.</summary>
    private ReadOnlyMemory<byte> Part()
    {
        var part = _text.Bytes.ToArray();
        _text.Clear();
        _written = time.GetTimestamp();
        return part;
    }

    private TimeSpan Pause()
    {
        var period = time.GetElapsedTime(_found) < Patience ? Period : IdlePeriod;
        var left = new[] { length - time.GetElapsedTime(_begun), HeartBeat - time.GetElapsedTime(_written) }.Min();
        return left < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : left < period ? left : period;
    }

    private static int[] InOrderOfTime(FlowColumns rows)
    {
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var starts = rows.Numbers(FlowFields.Start).ToArray();
        return [.. order.OrderBy(row => starts[row])];
    }
}
