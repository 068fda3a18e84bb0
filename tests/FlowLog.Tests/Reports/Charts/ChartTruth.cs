using FlowLog.Flows;

namespace FlowLog.Tests.Reports.Charts;

/// <summary>What a chart's query says, record by record.</summary>
/// <param name="Where">The records that it is about.</param>
/// <param name="Key">What they are grouped by; with the seconds of a point.</param>
internal sealed record ChartTruth(Func<FlowRecord, bool> Where, Func<FlowRecord, int, object?[]> Key)
{
    private static readonly Dictionary<string, ChartTruth> All = new()
    {
        ["traffic/bytes-by-source"] = new(IsFlow, (record, _) => [record.Flow.Source.ToString()]),
        ["traffic/destination-ports"] = new(IsAccepted, (record, _) => [(long)record.Flow.Protocol, (long)record.Flow.DestinationPort]),
        ["traffic/protocols"] = new(IsFlow, (record, bucket) => [Time(record, bucket), (long)record.Flow.Protocol]),
        ["rejection/rejected-bytes"] = new(IsRejected, (record, _) => [Text(record.RuleId)]),
        ["rejection/share-of-bytes"] = new(IsRejected, (record, _) => [Text(record.RuleId)]),
        ["rejection/share-of-packets"] = new(IsRejected, (record, _) => [Text(record.RuleId)]),
        ["overview/actions"] = new(IsFlow, (record, _) => [Action(record)]),
        ["overview/accepted-bytes"] = new(IsAccepted, (_, _) => []),
        ["overview/rejected-bytes"] = new(IsRejected, (_, _) => []),
        ["overview/accepted-packets"] = new(IsAccepted, (_, _) => []),
        ["center-overview/actions"] = new(IsFlow, (record, bucket) => [Time(record, bucket), Action(record)]),
        ["center-overview/directions"] = new(IsFlow, (record, bucket) => [Time(record, bucket), record.Direction == Direction.None ? null : FlowFields.Direction.Names[(int)record.Direction]]),
        ["center-overview/vpcs"] = new(IsFlow, (record, _) => [Text(record.VpcId)]),
        ["center-overview/enis"] = new(IsFlow, (record, _) => [Text(record.EniId)]),
        ["center-overview/map"] = new(IsFlow, (record, _) => [record.Flow.Source.ToString(), record.Flow.Destination.ToString()]),
        ["center-overview/sources"] = new(IsFlow, (record, _) => [record.Flow.Source]),
        ["center-overview/destinations"] = new(IsFlow, (record, _) => [record.Flow.Destination]),
        ["center-overview/flows"] = new(IsFlow, (record, _) => [record.Flow]),
        ["policy/accepted"] = new(IsAccepted, (record, bucket) => [Time(record, bucket)]),
        ["policy/rejected"] = new(IsRejected, (record, bucket) => [Time(record, bucket)]),
        ["policy/accepted-flows"] = new(IsAccepted, (record, _) => Tuple(record)),
        ["policy/rejected-flows"] = new(IsRejected, (record, _) => Tuple(record)),
        ["eni/inbound"] = new(record => IsFlow(record) && record.Direction == Direction.In, (record, _) => [Text(record.EniId)]),
        ["eni/outbound"] = new(record => IsFlow(record) && record.Direction == Direction.Out, (record, _) => [Text(record.EniId)]),
        ["inter-ecs/conversations"] = new(
            record => IsFlow(record) && record.VmId.Length > 0, (record, _) => [record.VmId, record.Flow.Source.ToString(), record.Flow.Destination.ToString()]),
    };

    public static ChartTruth Of(string report, string chart) => All[$"{report}/{chart}"];

    /// <summary>The sums of records, packets and bytes by key, as texts that can be compared.</summary>
    public Dictionary<string, (long Records, long Packets, long Bytes)> Sums(IEnumerable<FlowRecord> records, int bucket) => records.Where(Where)
        .GroupBy(record => Written(Key(record, bucket)))
        .ToDictionary(group => group.Key, group => (group.LongCount(), group.Sum(record => record.Packets), group.Sum(record => record.Bytes)));

    public static string Written(IEnumerable<object?> values) => string.Join('|', values.Select(value => value ?? "null"));

    private static bool IsFlow(FlowRecord record) => record.Status == LogStatus.Ok;

    private static bool IsAccepted(FlowRecord record) => IsFlow(record) && record.Action == FlowAction.Accept;

    private static bool IsRejected(FlowRecord record) => IsFlow(record) && record.Action == FlowAction.Reject;

    private static object? Text(string text) => text.Length == 0 ? null : text;

    private static object? Action(FlowRecord record) => record.Action == FlowAction.None ? null : FlowFields.Action.Names[(int)record.Action];

    private static object Time(FlowRecord record, int bucket) => CaptureWindow.Floor(record.Start, bucket);

    private static object?[] Tuple(FlowRecord record) =>
        [record.Flow.Source.ToString(), (long)record.Flow.SourcePort, (long)record.Flow.Protocol, record.Flow.Destination.ToString(), (long)record.Flow.DestinationPort];
}
