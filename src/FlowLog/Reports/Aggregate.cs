using System.Runtime.InteropServices;
using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>
/// What the reports know of a set of records: an exact time series by minute or hour, who had the most traffic, and how many different ones there
/// were. Aggregates of disjoint sets merge; its size is bounded, and what it does not know exactly it knows between bounds.
/// </summary>
public sealed class Aggregate(AggregateSize size)
{
    /// <summary>The columns that <see cref="Of"/> reads.</summary>
    public static IReadOnlyList<FlowField> Fields { get; } =
    [
        FlowFields.Start, FlowFields.Status, FlowFields.Action, FlowFields.Direction, FlowFields.Protocol, FlowFields.Packets,
        FlowFields.Bytes, FlowFields.Source, FlowFields.SourcePort, FlowFields.Destination, FlowFields.DestinationPort, FlowFields.EniId,
        FlowFields.VmId, FlowFields.VpcId, FlowFields.RuleId, FlowFields.SamplingRate, FlowFields.BytesError,
    ];

    /// <summary>Of a period's size.</summary>
    public Aggregate()
        : this(AggregateSize.Period)
    {
    }

    /// <summary>Exact; in no order.</summary>
    public Dictionary<SeriesKey, Traffic> Series { get; init; } = [];

    /// <summary>Of points of <see cref="Series"/> whose traffic was sampled; in no order.</summary>
    public Dictionary<SeriesKey, Variance> Variances { get; init; } = [];

    public TopList<IpAddress> Sources { get; init; } = new(size.Keys);

    public TopList<IpAddress> Destinations { get; init; } = new(size.Keys);

    public TopList<Port> DestinationPorts { get; init; } = new(size.Keys);

    public TopList<ResourceId> Enis { get; init; } = new(size.Keys);

    public TopList<ResourceId> Rules { get; init; } = new(size.Keys);

    public TopList<ResourceId> Vpcs { get; init; } = new(size.Keys);

    public TopList<AddressPair> Pairs { get; init; } = new(size.Combinations);

    /// <summary>Those with the most records.</summary>
    public TopList<JudgedTuple> Tuples { get; init; } = new(size.Combinations, TopMeasure.Records);

    public TopList<Conversation> Conversations { get; init; } = new(size.Combinations);

    public DistinctCounts Distinct { get; init; } = new();

    /// <summary>
    /// Whether a list that was decoded is of the first version, or missing: those know nothing of what was accepted, came in and went out, and
    /// are to be made again from the records before they are merged with others.
    /// </summary>
    public bool IsOld { get; init; }

    /// <summary>Keys of the list that has the most.</summary>
    public int LongestList => Lists.Max(list => list.Count);

    private KeyList[] Lists => [Sources, Destinations, DestinationPorts, Enis, Rules, Vpcs, Pairs, Tuples, Conversations];

    public static Aggregate Of(FlowColumns rows) => RecordLists.Of(rows);

    /// <summary>Adds another; its lists may grow past their capacity until they are trimmed.</summary>
    public void Merge(Aggregate other)
    {
        MergeExact(other);
        foreach (var (own, theirs) in Lists.Zip(other.Lists))
            own.MergeAny(theirs);
        Distinct.Merge(other.Distinct);
    }

    /// <summary>
    /// Adds another of which only a part counts, and nobody knows which: series and variances must have been cut before; of each key of its lists
    /// from nothing to all counts. Distinct values are all counted.
    /// </summary>
    public void MergeDoubtful(Aggregate other)
    {
        MergeExact(other);
        foreach (var (own, theirs) in Lists.Zip(other.Lists))
            own.MergeDoubtful(theirs);
        Distinct.Merge(other.Distinct);
    }

    /// <summary>Bounds the lists; when all has been merged, as each time may widen the bounds.</summary>
    public void Trim()
    {
        foreach (var list in Lists)
            list.Trim();
    }

    /// <summary>Takes out of series and variances what is not from the one minute on until before the other.</summary>
    public void CutSeries(long fromMinute, long toMinute)
    {
        Cut(Series, fromMinute, toMinute);
        Cut(Variances, fromMinute, toMinute);
    }

    /// <summary>The same series by coarser steps of time.</summary>
    /// <param name="minutes">The length of a step.</param>
    public Aggregate InSteps(int minutes)
    {
        var coarse = new Aggregate
        {
            Sources = Sources,
            Destinations = Destinations,
            DestinationPorts = DestinationPorts,
            Enis = Enis,
            Rules = Rules,
            Vpcs = Vpcs,
            Pairs = Pairs,
            Tuples = Tuples,
            Conversations = Conversations,
            Distinct = Distinct,
        };
        foreach (var (key, traffic) in Series)
            coarse.Add(key with { Minute = CaptureWindow.Floor(key.Minute, minutes) }, traffic);
        foreach (var (key, variance) in Variances)
            coarse.Add(key with { Minute = CaptureWindow.Floor(key.Minute, minutes) }, variance);
        return coarse;
    }

    internal void Add(SeriesKey key, Traffic traffic) => CollectionsMarshal.GetValueRefOrAddDefault(Series, key, out _) += traffic;

    internal void Add(SeriesKey key, Variance variance) => CollectionsMarshal.GetValueRefOrAddDefault(Variances, key, out _) += variance;

    private void MergeExact(Aggregate other)
    {
        foreach (var (key, traffic) in other.Series)
            Add(key, traffic);
        foreach (var (key, variance) in other.Variances)
            Add(key, variance);
    }

    private static void Cut<T>(Dictionary<SeriesKey, T> series, long from, long to)
    {
        foreach (var key in series.Keys.Where(key => key.Minute < from || key.Minute >= to).ToList())
            series.Remove(key);
    }
}
