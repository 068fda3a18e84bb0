namespace FlowLog.Reports;

/// <summary>How many different sources, destinations and five-tuples there were.</summary>
public sealed class DistinctCounts
{
    public DistinctCount Sources { get; init; } = new();

    public DistinctCount Destinations { get; init; } = new();

    public DistinctCount Flows { get; init; } = new();

    public void Merge(DistinctCounts other)
    {
        Sources.Merge(other.Sources);
        Destinations.Merge(other.Destinations);
        Flows.Merge(other.Flows);
    }
}
