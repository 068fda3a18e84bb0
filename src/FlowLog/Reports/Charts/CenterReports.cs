using FlowLog.Flows;
using FlowLog.Query;

namespace FlowLog.Reports.Charts;

/// <summary>The pages of the Flow Log Center.</summary>
internal static class CenterReports
{
    private const string Time = "__time__ - __time__ % {bucket} AS time";
    private const string Sums = "count(*) AS records, sum(packets) AS packets, sum(bytes) AS bytes";
    private const string PacketsAndBytes = "sum(bytes) AS bytes, sum(packets) AS packets";
    private const string FiveTuple = "srcaddr, srcport, protocol, dstaddr, dstport";

    private static readonly QueryColumn Source = new("srcaddr", QueryType.Text);
    private static readonly QueryColumn Destination = new("dstaddr", QueryType.Text);

    public static Report Overview { get; } = new("center-overview", "Flow Log Center: overview",
    [
        SeriesCharts.OverTime(
            "actions", "Accepted and rejected over time", $"log-status: OK | SELECT {Time}, action, {Sums} FROM log GROUP BY time, action ORDER BY time LIMIT 100000",
            new("action", QueryType.Text), key => SeriesCharts.NameOf(FlowFields.Action, (long)key.Action), "records", "packets", "bytes"),
        SeriesCharts.OverTime(
            "directions", "In and out over time", $"log-status: OK | SELECT {Time}, direction, {Sums} FROM log GROUP BY time, direction ORDER BY time LIMIT 100000",
            new("direction", QueryType.Text), key => SeriesCharts.NameOf(FlowFields.Direction, (long)key.Direction), "records", "packets", "bytes"),
        Ids("vpcs", "Traffic by VPC", "vpc-id", "log-status: OK", AggregatePart.Vpcs, aggregate => aggregate.Vpcs, share => share.All),
        Ids("enis", "Traffic by ENI", "eni-id", "log-status: OK", AggregatePart.Enis, aggregate => aggregate.Enis, share => share.All),
        ListCharts.Top<AddressPair>(
            "map", "From source to destination", ChartKind.Sankey,
            "log-status: OK | SELECT srcaddr, dstaddr, sum(bytes) AS bytes FROM log GROUP BY srcaddr, dstaddr ORDER BY bytes DESC LIMIT {top}",
            AggregatePart.Pairs, [Source, Destination], ["bytes"], aggregate => aggregate.Pairs,
            pair => [pair.Source.ToString(), pair.Destination.ToString()], share => share.All),
        DistinctCharts.Number("sources", "Different sources", "log-status: OK | SELECT approx_distinct(srcaddr) AS sources FROM log", counts => counts.Sources),
        DistinctCharts.Number("destinations", "Different destinations", "log-status: OK | SELECT approx_distinct(dstaddr) AS destinations FROM log", counts => counts.Destinations),
        DistinctCharts.Number(
            "flows", "Different five-tuples", $"log-status: OK | SELECT count(*) AS flows FROM (SELECT DISTINCT {FiveTuple} FROM log) AS tuples", counts => counts.Flows),
    ]);

    public static Report Policy { get; } = new("policy", "Flow Log Center: policy statistics",
    [
        SeriesCharts.OverTime("accepted", "Accepted over time", Trend("ACCEPT"), FlowAction.Accept, "records", "packets", "bytes"),
        SeriesCharts.OverTime("rejected", "Rejected over time", Trend("REJECT"), FlowAction.Reject, "records", "packets", "bytes"),
        Tuples("accepted-flows", "Accepted records by five-tuple", FlowAction.Accept),
        Tuples("rejected-flows", "Rejected records by five-tuple", FlowAction.Reject),
    ]);

    public static Report Enis { get; } = new("eni", "Flow Log Center: ENI traffic",
    [
        Ids("inbound", "Inbound by ENI", "eni-id", "log-status: OK and direction: \"in\"", AggregatePart.Enis, aggregate => aggregate.Enis, share => share.In),
        Ids("outbound", "Outbound by ENI", "eni-id", "log-status: OK and direction: out", AggregatePart.Enis, aggregate => aggregate.Enis, share => share.Out),
    ]);

    public static Report Instances { get; } = new("inter-ecs", "Flow Log Center: traffic between instances",
    [
        ListCharts.Top<Conversation>(
            "conversations", "Traffic of instances by peer", ChartKind.Table,
            $"log-status: OK and vm-id: * | SELECT \"vm-id\", srcaddr, dstaddr, {PacketsAndBytes} FROM log GROUP BY \"vm-id\", srcaddr, dstaddr ORDER BY bytes DESC LIMIT {{top}}",
            AggregatePart.Conversations, [new("vm-id", QueryType.Text), Source, Destination], ["bytes", "packets"], aggregate => aggregate.Conversations,
            conversation => [conversation.VmId, conversation.Source.ToString(), conversation.Destination.ToString()], share => share.All),
    ]);

    private static string Trend(string action) => $"log-status: OK and action: {action} | SELECT {Time}, {Sums} FROM log GROUP BY time ORDER BY time LIMIT 100000";

    private static ReportChart Ids(
        string name, string title, string column, string search, AggregatePart part, Func<Aggregate, TopList<ResourceId>> list, Func<Share, Traffic> what) =>
        ListCharts.Top(
            name, title, ChartKind.Table, $"{search} | SELECT \"{column}\", {PacketsAndBytes} FROM log GROUP BY \"{column}\" ORDER BY bytes DESC LIMIT {{top}}",
            part, [new(column, QueryType.Text)], ["bytes", "packets"], list, id => [ListCharts.IdOf(id)], what);

    private static ReportChart Tuples(string name, string title, FlowAction action) => ListCharts.Top<JudgedTuple>(
        name, title, ChartKind.Table,
        $"log-status: OK and action: {FlowFields.Action.Names[(int)action]} | SELECT {FiveTuple}, count(*) AS records, sum(packets) AS packets, sum(bytes) AS bytes FROM log GROUP BY {FiveTuple} ORDER BY records DESC LIMIT {{top}}",
        AggregatePart.Tuples,
        [Source, new("srcport", QueryType.Integer), new("protocol", QueryType.Integer), Destination, new("dstport", QueryType.Integer)],
        ["records", "packets", "bytes"], aggregate => aggregate.Tuples,
        tuple => [tuple.Flow.Source.ToString(), (long)tuple.Flow.SourcePort, (long)tuple.Flow.Protocol, tuple.Flow.Destination.ToString(), (long)tuple.Flow.DestinationPort],
        share => share.All, tuple => tuple.Action == action);
}
