using System.Runtime.InteropServices;
using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>
/// What the reports know of a set of records: an exact time series by minute, and who had the most traffic. Aggregates of disjoint
/// sets merge; merged in the order of their chunks' keys the result is the same bytes whatever the order of arrival was.
/// </summary>
public sealed class Aggregate
{
    /// <summary>Keys that a list keeps; past it <see cref="TopList{TKey}.Error"/> says how far it can be off.</summary>
    public const int TopCapacity = 512;

    private const int SecondsPerMinute = 60;

    /// <summary>Exact; in no order.</summary>
    public Dictionary<SeriesKey, Traffic> Series { get; init; } = [];

    /// <summary>Of points of <see cref="Series"/> whose traffic was sampled; in no order.</summary>
    public Dictionary<SeriesKey, Variance> Variances { get; init; } = [];

    public TopList<IpAddress> Sources { get; init; } = new(TopCapacity);

    public TopList<IpAddress> Destinations { get; init; } = new(TopCapacity);

    public TopList<Port> DestinationPorts { get; init; } = new(TopCapacity);

    public TopList<EniName> Enis { get; init; } = new(TopCapacity);

    /// <summary>The columns that <see cref="Of"/> reads.</summary>
    public static IReadOnlyList<FlowField> Fields { get; } =
    [
        FlowFields.Start, FlowFields.Status, FlowFields.Action, FlowFields.Direction, FlowFields.Protocol, FlowFields.Packets,
        FlowFields.Bytes, FlowFields.Source, FlowFields.Destination, FlowFields.DestinationPort, FlowFields.EniId,
        FlowFields.SamplingRate, FlowFields.BytesError,
    ];

    public static Aggregate Of(FlowColumns rows)
    {
        var aggregate = new Aggregate();
        aggregate.AddSeries(rows);
        aggregate.AddTops(rows);
        aggregate.Trim();
        return aggregate;
    }

    public void Merge(Aggregate other)
    {
        foreach (var (key, traffic) in other.Series)
            Add(key, traffic);
        foreach (var (key, variance) in other.Variances)
            CollectionsMarshal.GetValueRefOrAddDefault(Variances, key, out _) += variance;
        Sources.Merge(other.Sources);
        Destinations.Merge(other.Destinations);
        DestinationPorts.Merge(other.DestinationPorts);
        Enis.Merge(other.Enis);
    }

    /// <summary>Bounds the lists; once, when all has been merged.</summary>
    public void Trim()
    {
        Sources.Trim();
        Destinations.Trim();
        DestinationPorts.Trim();
        Enis.Trim();
    }

    private void AddSeries(FlowColumns rows)
    {
        var starts = rows.Numbers(FlowFields.Start);
        var statuses = rows.Numbers(FlowFields.Status);
        var actions = rows.Numbers(FlowFields.Action);
        var directions = rows.Numbers(FlowFields.Direction);
        var protocols = rows.Numbers(FlowFields.Protocol);
        var packets = rows.Numbers(FlowFields.Packets);
        var bytes = rows.Numbers(FlowFields.Bytes);
        var rates = rows.Numbers(FlowFields.SamplingRate);
        var errors = rows.Numbers(FlowFields.BytesError);
        for (var row = 0; row < rows.Count; row++)
        {
            var minute = CaptureWindow.Floor(starts[row], SecondsPerMinute) / SecondsPerMinute;
            var key = new SeriesKey(
                minute, (LogStatus)statuses[row], (FlowAction)actions[row], (Direction)directions[row], (byte)protocols[row]);
            Add(key, new Traffic(1, packets[row], bytes[row]));

            // Each packet that was looked at stands for rate of them: n * rate * (rate - 1) is the variance of n * rate.
            if (rates[row] > 1 && packets[row] > 0)
                CollectionsMarshal.GetValueRefOrAddDefault(Variances, key, out _) += new Variance(packets[row] * (rates[row] - 1.0), (double)errors[row] * errors[row]);
        }
    }

    private void AddTops(FlowColumns rows)
    {
        var statuses = rows.Numbers(FlowFields.Status);
        var actions = rows.Numbers(FlowFields.Action);
        var protocols = rows.Numbers(FlowFields.Protocol);
        var packets = rows.Numbers(FlowFields.Packets);
        var bytes = rows.Numbers(FlowFields.Bytes);
        var ports = rows.Numbers(FlowFields.DestinationPort);
        var sources = rows.Addresses(FlowFields.Source);
        var destinations = rows.Addresses(FlowFields.Destination);
        var enis = rows.Texts(FlowFields.EniId);
        for (var row = 0; row < rows.Count; row++)
        {
            if ((LogStatus)statuses[row] != LogStatus.Ok)
                continue;
            var traffic = new Traffic(1, packets[row], bytes[row]);
            var share = new Share(traffic, (FlowAction)actions[row] == FlowAction.Reject ? traffic : default);
            Sources.Add(sources[row], share);
            Destinations.Add(destinations[row], share);
            DestinationPorts.Add(new Port((byte)protocols[row], (ushort)ports[row]), share);
            Enis.Add(new EniName(enis[row]), share);
        }
    }

    private void Add(SeriesKey key, Traffic traffic) => CollectionsMarshal.GetValueRefOrAddDefault(Series, key, out _) += traffic;
}
