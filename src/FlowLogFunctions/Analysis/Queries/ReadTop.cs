using System.Globalization;
using FlowLog.Query.Grouping;
using FlowLog.Scan;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>The values of a field with the most records, packets or bytes, of all records that a search finds.</summary>
internal sealed class ReadTop(AnalyseLogstore analyse)
{
    private const string NoValue = "-";

    public async Task<Outcome<TopAnswer>> RunAsync(Caller caller, string project, string logstore, TopRequest request, CancellationToken cancellation)
    {
        var outcome = await analyse.RunAsync(caller, project, logstore, request.Range, (scope, stop) => FindAsync(scope, request, stop), cancellation);
        if (!outcome.Is(out var found, out var refusal))
            return refusal;
        var (items, total) = found.Value;
        return new TopAnswer(
            DateTimeOffset.FromUnixTimeSeconds(request.Range.From), DateTimeOffset.FromUnixTimeSeconds(request.Range.To), request.Field, request.By, items, total,
            found.Statistics, found.Completeness);
    }

    private static async Task<((IReadOnlyList<TopItem> Items, TrafficSum Total), ScanCounts)> FindAsync(QueryScope scope, TopRequest request, CancellationToken cancellation)
    {
        var where = FlowPredicate.And(scope.Within, request.Search);
        var groups = new GroupQuery
        {
            Selections = Selections(where, request),
            Measures = TrafficSum.Measures,
            Order = [new(1 + TrafficSum.MeasureOf(request.By), Descending: true)],
            Limit = request.Limit,
        };
        var whole = new GroupQuery { Selections = [new(where, [], TrafficSum.Values)], Measures = TrafficSum.Measures };
        var top = await scope.GroupAsync(groups, cancellation);
        var total = await scope.GroupAsync(whole, cancellation);
        var items = top.Table.Rows.Select(row => ItemOf(row[0], TrafficSum.Of(row, 1))).ToList();
        return ((items, TrafficSum.Of(total.Table.Rows[0], 0)), top.Counts with { Matches = total.Counts.Matches });
    }

    /// <summary>A record with the same on both sides counts once for it.</summary>
    private static IReadOnlyList<GroupSelection> Selections(FlowPredicate where, TopRequest request)
    {
        if (request.Fields is not [var one, var other])
            return [new(where, [new(request.Fields[0])], TrafficSum.Values)];
        var different = FlowPredicate.And(where, new Not(new SameFields(one, other)));
        return [new(where, [new(one)], TrafficSum.Values), new(different, [new(other)], TrafficSum.Values)];
    }

    private static TopItem ItemOf(object? key, TrafficSum sum) =>
        new(Convert.ToString(key, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : NoValue, sum.Records, sum.Packets, sum.Bytes);
}
