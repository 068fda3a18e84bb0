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

    public SortedDictionary<SeriesKey, Traffic> Series { get; init; } = [];

    public TopList<IpAddress> Sources { get; init; } = new(TopCapacity);

    public TopList<IpAddress> Destinations { get; init; } = new(TopCapacity);

    public TopList<Port> DestinationPorts { get; init; } = new(TopCapacity);

    public TopList<EniName> Enis { get; init; } = new(TopCapacity);

    /// <summary>The columns that <see cref="Of"/> reads.</summary>
    public static IReadOnlyList<FlowField> Fields { get; } =
    [
        FlowFields.Start, FlowFields.Status, FlowFields.Action, FlowFields.Direction, FlowFields.Protocol, FlowFields.Packets,
        FlowFields.Bytes, FlowFields.Source, FlowFields.Destination, FlowFields.DestinationPort, FlowFields.EniId,
    ];

    public static Aggregate Of(FlowColumns rows)
    {
        var aggregate = new Aggregate();
        for (var row = 0; row < rows.Count; row++)
            aggregate.Add(rows, row);
        aggregate.Trim();
        return aggregate;
    }

    public void Merge(Aggregate other)
    {
        foreach (var (key, traffic) in other.Series)
            Add(key, traffic);
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

    private void Add(FlowColumns rows, int row)
    {
        var traffic = new Traffic(1, rows.Numbers(FlowFields.Packets)[row], rows.Numbers(FlowFields.Bytes)[row]);
        var action = (FlowAction)rows.Numbers(FlowFields.Action)[row];
        var status = (LogStatus)rows.Numbers(FlowFields.Status)[row];
        var protocol = (byte)rows.Numbers(FlowFields.Protocol)[row];
        var minute = CaptureWindow.Floor(rows.Numbers(FlowFields.Start)[row], SecondsPerMinute) / SecondsPerMinute;
        Add(new SeriesKey(minute, status, action, (Direction)rows.Numbers(FlowFields.Direction)[row], protocol), traffic);
        if (status != LogStatus.Ok)
            return;
        var share = new Share(traffic, action == FlowAction.Reject ? traffic : default);
        Sources.Add(rows.Addresses(FlowFields.Source)[row], share);
        Destinations.Add(rows.Addresses(FlowFields.Destination)[row], share);
        DestinationPorts.Add(new Port(protocol, (ushort)rows.Numbers(FlowFields.DestinationPort)[row]), share);
        Enis.Add(new EniName(rows.Texts(FlowFields.EniId)[row]), share);
    }

    private void Add(SeriesKey key, Traffic traffic) => Series[key] = Series.GetValueOrDefault(key) + traffic;
}
