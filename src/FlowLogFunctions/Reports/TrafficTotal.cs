using System.Text.Json.Serialization;
using FlowLog.Reports;

namespace FlowLogFunctions.Reports;

/// <summary>A sum of traffic, with the interval in which the truth lies with 95 % where it was sampled.</summary>
/// <param name="PacketsInterval">Null where every packet was counted.</param>
/// <param name="BytesInterval">Null where every packet was counted.</param>
internal sealed record TrafficTotal(
    long Records, long Packets, long Bytes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Interval? PacketsInterval,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Interval? BytesInterval)
{
    public static TrafficTotal Of(Traffic sum, Variance variance) => new(
        sum.Records, sum.Packets, sum.Bytes, Interval.Of(sum.Packets, variance.Packets), Interval.Of(sum.Bytes, variance.Bytes));
}
