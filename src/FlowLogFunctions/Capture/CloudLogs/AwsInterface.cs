using FlowLog.Flows;
using FlowLog.Imports;
using FlowLog.Network;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture.CloudLogs;

/// <summary>The lines of one interface among those of AWS's flow logs.</summary>
internal sealed class AwsInterface(Eni eni, int intervalSeconds)
{
    private readonly HashSet<IpAddress> _own = [.. eni.Addresses];

    public ImportedFlows Sums { get; } = new(intervalSeconds);

    /// <summary>The times of which AWS says that there was no traffic.</summary>
    public List<CaptureWindow> Quiet { get; } = [];

    public List<Loss> Losses { get; } = [];

    public void Take(in ImportedFlow flow)
    {
        if (!IsOwn(flow))
            return;
        var start = UnixTime.Seconds(flow.FirstNanoseconds);
        if (flow.Status == LogStatus.SkipData)
            Losses.Add(new(start, "AWS skipped data (SKIPDATA)"));
        // Lines without data have no addresses; some that say so have.
        if (flow.Flow != default)
            Sums.Add(flow with { Direction = flow.Direction == Direction.None ? FlowDirection.Of(flow.Flow, _own) : flow.Direction });
        else if (flow.Status == LogStatus.NoData)
            Quiet.Add(new(start, UnixTime.Seconds(flow.LastNanoseconds)));
    }

    /// <summary>A log without interface ids is one's own where one's addresses stand in it.</summary>
    private bool IsOwn(in ImportedFlow flow) => flow.Interface.Length == 0
        ? _own.Contains(flow.Flow.Source) || _own.Contains(flow.Flow.Destination)
        : flow.Interface.Equals(eni.Source.InterfaceId, StringComparison.OrdinalIgnoreCase);
}
