using FlowLog.Flows;
using FlowLog.Query.Grouping;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>Records, and their packets and bytes, as groups are asked for them and answer them.</summary>
internal readonly record struct TrafficSum(long Records, long Packets, long Bytes)
{
    public static readonly IReadOnlyList<FlowField> Values = [FlowFields.Packets, FlowFields.Bytes];

    public static readonly IReadOnlyList<Measure> Measures = [new(MeasureKind.Count), new(MeasureKind.Sum, 0), new(MeasureKind.Sum, 1)];

    /// <summary>What it can be sorted by, in the order of <see cref="Measures"/>.</summary>
    public static readonly IReadOnlyList<string> Orders = ["records", "packets", "bytes"];

    /// <summary>The place among <see cref="Measures"/> of what is sorted by.</summary>
    public static int MeasureOf(string order) => Orders.TakeWhile(one => one != order).Count();

    /// <param name="row">Of an answer; its measures follow so many keys. A sum of no value is 0.</param>
    public static TrafficSum Of(object?[] row, int keys) => new((long)row[keys]!, row[keys + 1] as long? ?? 0, row[keys + 2] as long? ?? 0);
}
