using FlowLog.Flows;
using FlowLog.Reports;

namespace FlowLogFunctions.Reports;

/// <summary>Draws a dashboard's charts from one merged aggregate.</summary>
internal static class DashboardCharts
{
    private const int SecondsPerMinute = 60;
    /// <param name="top">Entries of each list.</param>
    public static Dashboard Draw(ReportRange asked, Aggregate aggregate, int top)
    {
        var (range, bucket) = (asked.Series, asked.BucketSeconds);
        var series = aggregate.Series;
        var flows = series.Where(point => point.Key.Status == LogStatus.Ok).ToList();
        return new Dashboard(
            DateTimeOffset.FromUnixTimeSeconds(range.From), DateTimeOffset.FromUnixTimeSeconds(range.To), bucket,
            Total(_ => true), Total(key => key.Action == FlowAction.Accept), Total(key => key.Action == FlowAction.Reject),
            Windows(series, LogStatus.NoData), Windows(series, LogStatus.SkipData),
            Points(flows, bucket), Protocols(flows),
            Top(aggregate.Sources, top), Top(aggregate.Destinations, top), Top(aggregate.DestinationPorts, top), Top(aggregate.Enis, top));

        TrafficTotal Total(Func<SeriesKey, bool> where) => TrafficTotal.Of(
            Sum(flows, where),
            aggregate.Variances.Where(point => where(point.Key)).Aggregate(default(Variance), (sum, point) => sum + point.Value));
    }

    private static Traffic Sum(IEnumerable<KeyValuePair<SeriesKey, Traffic>> series, Func<SeriesKey, bool> where) =>
        series.Where(point => where(point.Key)).Aggregate(default(Traffic), (sum, point) => sum + point.Value);

    private static long Windows(IEnumerable<KeyValuePair<SeriesKey, Traffic>> series, LogStatus status) =>
        Sum(series, key => key.Status == status).Records;

    private static IReadOnlyList<TrafficPoint> Points(IEnumerable<KeyValuePair<SeriesKey, Traffic>> flows, int bucket) =>
    [
        .. from point in flows
           let time = CaptureWindow.Floor(point.Key.Minute * SecondsPerMinute, bucket)
           group point by (time, point.Key.Action, point.Key.Direction) into same
           orderby same.Key
           let sum = Sum(same, _ => true)
           select new TrafficPoint(
               DateTimeOffset.FromUnixTimeSeconds(same.Key.time), FlowFields.Action.Names[(int)same.Key.Action],
               FlowFields.Direction.Names[(int)same.Key.Direction], sum.Records, sum.Packets, sum.Bytes),
    ];

    private static IReadOnlyList<ProtocolShare> Protocols(IEnumerable<KeyValuePair<SeriesKey, Traffic>> flows) =>
    [
        .. from point in flows
           group point by point.Key.Protocol into same
           let all = Sum(same, _ => true)
           let rejected = Sum(same, key => key.Action == FlowAction.Reject)
           orderby all.Bytes descending, same.Key
           select new ProtocolShare(
               same.Key, ProtocolNames.Of(same.Key), all.Records, all.Packets, all.Bytes, rejected.Packets, rejected.Bytes),
    ];

    private static TopChart Top<TKey>(TopList<TKey> list, int top)
        where TKey : struct, IComparable<TKey> =>
        new(list.Error.Bytes, [.. list.Ranked().Take(top).Select(listed => Entry(listed.Key.ToString()!, listed.Known))]);

    private static TopEntry Entry(string key, Share share) => new(
        key, share.All.Records, share.All.Packets, share.All.Bytes, share.Rejected.Records, share.Rejected.Packets, share.Rejected.Bytes);
}
