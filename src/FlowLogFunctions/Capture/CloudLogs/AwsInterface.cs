using FlowLog.Flows;
using FlowLog.Imports;
using FlowLog.Network;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture.CloudLogs;

/// <summary>The lines of one interface among those of AWS's flow logs.</summary>
internal sealed class AwsInterface(Eni eni, int intervalSeconds)
{
    /// <summary>Windows of which a log may say that there was no traffic, and losses that it may name one by one: more are a log's fault.</summary>
    private const int MostStatements = 50_000;

    private readonly HashSet<IpAddress> _own = [.. eni.Addresses];
    private readonly HashSet<CaptureWindow> _quiet = [];
    private readonly HashSet<long> _skipped = [];

    public ImportedFlows Sums { get; } = new(intervalSeconds);

    /// <summary>The times of which AWS says that there was no traffic.</summary>
    public IReadOnlyList<CaptureWindow> Quiet => [.. _quiet];

    public List<Loss> Losses { get; } = [];

    /// <summary>Packets of the lines that were taken.</summary>
    public long Packets { get; private set; }

    /// <summary>Statements without data that were left out, as there were so many of them.</summary>
    public long LeftOut { get; private set; }

    public void Take(in ImportedFlow flow)
    {
        if (!IsOwn(flow))
            return;
        var start = UnixTime.Seconds(flow.FirstNanoseconds);
        if (flow.Status == LogStatus.SkipData)
            Skip(start);
        // Lines without data have no addresses; some that say so have.
        if (flow.Flow != default)
            Add(flow);
        else if (flow.Status == LogStatus.NoData)
            LeftOut += Note(_quiet, new(start, UnixTime.Seconds(flow.LastNanoseconds)), out _) ? 0 : 1;
    }

    private void Add(in ImportedFlow flow)
    {
        Sums.Add(flow with { Direction = flow.Direction == Direction.None ? FlowDirection.Of(flow.Flow, _own) : flow.Direction });
        Packets = unchecked(Packets + flow.Packets);
    }

    /// <summary>Of each window it is said once.</summary>
    private void Skip(long start)
    {
        if (!Note(_skipped, CaptureWindow.Holding(start, intervalSeconds).Start, out var isNew))
            LeftOut++;
        else if (isNew)
            Losses.Add(new(start, "AWS skipped data (SKIPDATA)"));
    }

    /// <summary>False if it is new and there are too many already.</summary>
    private static bool Note<T>(HashSet<T> some, T one, out bool isNew)
    {
        isNew = some.Count < MostStatements && some.Add(one);
        return isNew || some.Contains(one);
    }

    /// <summary>A log without interface ids is one's own where one's addresses stand in it.</summary>
    private bool IsOwn(in ImportedFlow flow) => flow.Interface.Length == 0
        ? _own.Contains(flow.Flow.Source) || _own.Contains(flow.Flow.Destination)
        : flow.Interface.Equals(eni.Source.InterfaceId, StringComparison.OrdinalIgnoreCase);
}
