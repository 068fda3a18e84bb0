using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Scan;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>
/// The first records of a search in the order of their places. Some hours at a time, and then twice as many, it first looks
/// at starts alone, to know by when there are enough; only what lies before is read as a whole.
/// </summary>
/// <param name="count">Records that are wanted, at least 1.</param>
internal sealed class FirstRecords(QueryScope scope, FlowPredicate search, int count)
{
    private readonly List<FirstRecord> _found = [];
    private ScanCounts _counts;

    public async Task<(QueryTable Table, ScanCounts Counts)> FindAsync(CancellationToken cancellation)
    {
        // One more tells whether there are more.
        var wanted = count + 1;
        var hours = new Queue<long>(await scope.Hours.WithinAsync(scope.Range, cancellation));
        for (var most = 1; hours.Count > 0 && _found.Count < wanted; most *= 2)
        {
            var (from, to) = (hours.Peek(), 0L);
            for (var taken = 0; taken < most && hours.TryDequeue(out var hour); taken++)
                to = hour + LogstoreKeys.SecondsPerHour;
            await AddAsync(new(Math.Max(from, scope.Range.From), Math.Min(to, scope.Range.To)), wanted - _found.Count, cancellation);
        }

        var rows = _found.Take(count).Select(record => record.Values()).ToList();
        return (new([.. FlowFields.All.Select(field => new QueryColumn(field.Name, TypeOf(field)))], rows) { IsCut = _found.Count > count }, _counts);
    }

    private async Task AddAsync(TimeRange part, int most, CancellationToken cancellation)
    {
        var (starts, counts) = await StartsAsync(part, most, cancellation);
        _counts += counts;
        if (starts.Count > 0)
            _found.AddRange(await ReadAsync(starts.Count < most ? part : part with { To = starts[^1] + 1 }, most, cancellation));
    }

    /// <summary>The least starts of records that match, so many at most, in order.</summary>
    private async Task<(IReadOnlyList<long> Starts, ScanCounts Counts)> StartsAsync(TimeRange part, int most, CancellationToken cancellation)
    {
        var plan = new ScanPlan(FlowPredicate.And(QueryScope.Of(part), search), FlowFields.Start);
        var (states, counts) = await new FlowScan<List<long>>(plan, scope.Threads).RunAsync(
            scope.TableOf(part).ChunksAsync(plan, cancellation), () => [], (starts, scan) => Add(starts, scan, most), cancellation);
        return ([.. states.SelectMany(starts => starts).Order().Take(most)], counts);
    }

    private static void Add(List<long> starts, ChunkScan scan, int most)
    {
        starts.AddRange(scan.Numbers(FlowFields.Start));
        if (starts.Count < 8 * Math.Max(most, ChunkScan.StepRows))
            return;
        starts.Sort();
        starts.RemoveRange(most, starts.Count - most);
    }

    private async Task<IReadOnlyList<FirstRecord>> ReadAsync(TimeRange part, int most, CancellationToken cancellation)
    {
        var plan = new ScanPlan(FlowPredicate.And(QueryScope.Of(part), search), FlowFields.All);
        var (states, _) = await new FlowScan<List<FirstRecord>>(plan, scope.Threads).RunAsync(
            scope.TableOf(part).ChunksAsync(plan, cancellation), () => [], (records, scan) => Add(records, scan, most), cancellation);
        return [.. states.SelectMany(records => records).Order().Take(most)];
    }

    private static void Add(List<FirstRecord> records, ChunkScan scan, int most)
    {
        var rows = MatchingRows.OfStep(scan, FlowFields.All);
        var hash = new RecordHash(rows);
        for (var row = 0; row < rows.Count; row++)
            records.Add(new(new(rows.Numbers(FlowFields.Start)[row], hash.Of(row), 0), rows, row));
        if (records.Count < 8 * Math.Max(most, ChunkScan.StepRows))
            return;
        records.Sort();
        records.RemoveRange(most, records.Count - most);
    }

    private static QueryType TypeOf(FlowField field) => field.Kind == FieldKind.Number ? QueryType.Integer : QueryType.Text;
}
