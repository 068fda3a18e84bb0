using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Query.Grouping;
using FlowLog.Scan;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>Records that a search finds, put into groups by some fields and by time.</summary>
internal sealed class ReadGroups(AnalyseLogstore analyse)
{
    private const string NoValue = "-";

    public async Task<Outcome<TableAnswer>> RunAsync(Caller caller, string project, string logstore, GroupsRequest request, CancellationToken cancellation)
    {
        var outcome = await analyse.RunAsync(caller, project, logstore, request.Range, async (scope, stop) =>
        {
            var answer = await scope.GroupAsync(QueryOf(request, scope.Within), stop);
            return (answer.Table.Rows, answer.Counts);
        }, cancellation);
        return outcome.Is(out var found, out var refusal)
            ? new TableAnswer(request.Range, TableOf(request, found.Value), found.Statistics, found.Completeness)
            : refusal;
    }

    private static GroupQuery QueryOf(GroupsRequest request, FlowPredicate within)
    {
        IReadOnlyList<GroupKey> time = request.Interval is { } seconds ? [new(FlowFields.Start, seconds)] : [];
        IReadOnlyList<GroupKey> keys = [.. time, .. request.Fields.Select(field => new GroupKey(field))];
        return new()
        {
            Selections = [new(FlowPredicate.And(within, request.Search), keys, TrafficSum.Values)],
            Measures = TrafficSum.Measures,
            Order = request.Order == GroupsRequest.Time
                ? [new(0, Descending: false), new(keys.Count + TrafficSum.MeasureOf("bytes"), Descending: true)]
                : [new(keys.Count + TrafficSum.MeasureOf(request.Order), Descending: true)],
            Limit = request.Limit + 1,
        };
    }

    private static QueryTable TableOf(GroupsRequest request, IReadOnlyList<object?[]> found)
    {
        var time = request.Interval is null ? [] : new[] { new QueryColumn(GroupsRequest.Time, QueryType.Integer) };
        var keys = time.Concat(request.Fields.Select(field => new QueryColumn(field.Name, field.Kind == FieldKind.Number ? QueryType.Integer : QueryType.Text))).ToList();
        var rows = found.Take(request.Limit).Select(row => RowOf(row, keys.Count)).ToList();
        return new([.. keys, .. TrafficSum.Orders.Select(name => new QueryColumn(name, QueryType.Integer))], rows) { IsCut = found.Count > request.Limit };
    }

    private static object?[] RowOf(object?[] row, int keys)
    {
        var sum = TrafficSum.Of(row, keys);
        return [.. row.Take(keys).Select(key => key ?? NoValue), sum.Records, sum.Packets, sum.Bytes];
    }
}
