using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Scan;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>
/// The first records of a search in the order of their places. Hour by hour it first looks at starts alone, to know by when there are
/// enough; only what lies before is read as a whole.
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
        foreach (var hour in await scope.Hours.WithinAsync(scope.Range, cancellation))
        {
            var part = new TimeRange(Math.Max(hour, scope.Range.From), Math.Min(hour + Storage.LogstoreKeys.SecondsPerHour, scope.Range.To));
            var (starts, counts) = await StartsAsync(part, wanted - _found.Count, cancellation);
            _counts += counts;
            if (starts.Count > 0)
                _found.AddRange(await ReadAsync(part with { To = starts.Count < wanted - _found.Count ? part.To : starts[^1] + 1 }, wanted - _found.Count, cancellation));
            if (_found.Count >= wanted)
                break;
        }

        var rows = _found.Take(count).Select(record => record.Values()).ToList();
        return (new([.. FlowFields.All.Select(field => new QueryColumn(field.Name, TypeOf(field)))], rows) { IsCut = _found.Count > count }, _counts);
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
