using FlowLog.Flows;
using FlowLog.Query;

namespace FlowLog.Reports.Charts;

/// <summary>The dashboards that come with a Logstore's report. A rule's id stands for the security group or ACL that refused.</summary>
internal static class DashboardReports
{
    private static readonly QueryColumn RuleId = new("rule-id", QueryType.Text);

    public static Report Traffic { get; } = new("traffic", "Traffic",
    [
        ListCharts.Top<IpAddress>(
            "bytes-by-source", "Bytes by source", ChartKind.Heatmap,
            "log-status: OK | SELECT srcaddr, sum(bytes) AS bytes FROM log GROUP BY srcaddr ORDER BY bytes DESC LIMIT {top}",
            AggregatePart.Sources, [new("srcaddr", QueryType.Text)], ["bytes"], aggregate => aggregate.Sources, source => [source.ToString()], share => share.All),
        ListCharts.Top<Port>(
            "destination-ports", "Destination ports by accepted bytes", ChartKind.Bar,
            "log-status: OK and action: ACCEPT | SELECT protocol, dstport, sum(bytes) AS bytes FROM log GROUP BY protocol, dstport ORDER BY bytes DESC LIMIT {top}",
            AggregatePart.DestinationPorts, [new("protocol", QueryType.Integer), new("dstport", QueryType.Integer)], ["bytes"],
            aggregate => aggregate.DestinationPorts, port => [(long)port.Protocol, (long)port.Number], share => share.Accepted),
        SeriesCharts.OverTime(
            "protocols", "Bytes over time by protocol",
            "log-status: OK | SELECT __time__ - __time__ % {bucket} AS time, protocol, sum(bytes) AS bytes FROM log GROUP BY time, protocol ORDER BY time, protocol LIMIT 100000",
            new("protocol", QueryType.Integer), key => (long)key.Protocol, "bytes"),
    ]);

    public static Report Rejection { get; } = new("rejection", "Rejections",
    [
        ListCharts.Top<ResourceId>(
            "rejected-bytes", "Rejected traffic by rule", ChartKind.Table,
            "log-status: OK and action: REJECT | SELECT \"rule-id\", sum(bytes) AS bytes, sum(packets) AS packets, count(*) AS records FROM log GROUP BY \"rule-id\" ORDER BY bytes DESC LIMIT {top}",
            AggregatePart.Rules, [RuleId], ["bytes", "packets", "records"], aggregate => aggregate.Rules, rule => [ListCharts.IdOf(rule)], share => share.Rejected),
        Share("share-of-bytes", "Share of rejected bytes by rule", "bytes"),
        Share("share-of-packets", "Share of rejected packets by rule", "packets"),
    ]);

    public static Report Overview { get; } = new("overview", "Overview",
    [
        SeriesCharts.Actions(
            "actions", "Records by action", "log-status: OK | SELECT action, count(*) AS records FROM log GROUP BY action ORDER BY records DESC"),
        SeriesCharts.Total(
            "accepted-bytes", "Accepted bytes", "log-status: OK and action: ACCEPT | SELECT sum(bytes) AS bytes FROM log", FlowAction.Accept, "bytes"),
        SeriesCharts.Total(
            "rejected-bytes", "Rejected bytes", "log-status: OK and action: REJECT | SELECT sum(bytes) AS bytes FROM log", FlowAction.Reject, "bytes"),
        SeriesCharts.Total(
            "accepted-packets", "Accepted packets", "log-status: OK and action: ACCEPT | SELECT sum(packets) AS packets FROM log", FlowAction.Accept, "packets"),
    ]);

    private static ReportChart Share(string name, string title, string measure) => ListCharts.Shares(
        name, title,
        $"log-status: OK and action: REJECT | SELECT \"rule-id\", sum({measure}) AS {measure}, sum({measure}) * 1.0 / sum(sum({measure})) OVER () AS share FROM log GROUP BY \"rule-id\" ORDER BY {measure} DESC LIMIT {{top}}",
        measure, key => key.Status == LogStatus.Ok && key.Action == FlowAction.Reject, AggregatePart.Rules, RuleId, aggregate => aggregate.Rules, share => share.Rejected);
}
