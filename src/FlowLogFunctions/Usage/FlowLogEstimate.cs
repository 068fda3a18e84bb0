using FlowLogFunctions.FlowLogs;

namespace FlowLogFunctions.Usage;

/// <summary>What a proposed flow log would bring and cost in a month of 30 days, by the traffic that was seen.</summary>
/// <param name="AggregationInterval">Minutes of the windows that it would have.</param>
/// <param name="Enis">ENIs that it covers now.</param>
/// <param name="SampledEnis">Those of them that were looked at; the rest is taken to be like them.</param>
/// <param name="UnseenEnis">Of those, the ones whose traffic nobody has seen; taken to be like the others.</param>
/// <param name="Complete">False if there was not time to read all that was to be looked at.</param>
/// <param name="Seen">What was seen, added up over <see cref="SampledEnis"/>.</param>
internal sealed record FlowLogEstimate(
    FlowLogResourceType ResourceType, string ResourceId, TrafficType TrafficType, int AggregationInterval, bool Report, int TtlDays,
    int Enis, int SampledEnis, int UnseenEnis, bool Complete, EstimatedTraffic Seen, EstimatedTraffic Month);

/// <summary>An amount of traffic and what it costs.</summary>
/// <param name="Seconds">The time of the ENI that was looked at longest; a month has 2,592,000.</param>
internal sealed record EstimatedTraffic(
    long Seconds, long Records, long BytesWritten, long BytesIndexed, long TableTransactions, long QueueTransactions, Cost Cost)
{
    public static EstimatedTraffic Of(long seconds, MeteredTraffic traffic, Cost cost) => new(
        seconds, traffic.Records, traffic.BytesWritten, traffic.BytesIndexed, traffic.TableTransactions, traffic.QueueTransactions, cost);
}
