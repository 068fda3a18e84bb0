using FlowLog.Flows;
using FlowLog.Query.Grouping;
using FlowLog.Scan;

namespace FlowLogFunctions.Analysis.Hits;

/// <summary>
/// The hits of several Logstores, which may have the same records: of each ENI's hour and rule the Logstore counts that has the most
/// records. So a record counts once, and none is missing where one of the Logstores has all of the hour.
/// </summary>
internal sealed class HitSums
{
    private const int Hour = 3_600;

    private static readonly IReadOnlyList<GroupKey> Keys =
        [new(FlowFields.RuleId), new(FlowFields.RuleVersion), new(FlowFields.EniId), new(FlowFields.Start, Hour)];

    private static readonly IReadOnlyList<FlowField> Values = [FlowFields.Packets, FlowFields.Bytes, FlowFields.Start, FlowFields.End];

    private static readonly IReadOnlyList<Measure> Measures =
        [new(MeasureKind.Count), new(MeasureKind.Sum, 0), new(MeasureKind.Sum, 1), new(MeasureKind.Minimum, 2), new(MeasureKind.Maximum, 3)];

    private readonly Dictionary<HitKey, HitSum> _most = [];

    /// <summary>What is asked of a Logstore.</summary>
    public static GroupQuery QueryOf(FlowPredicate records) => new() { Selections = [new(records, Keys, Values)], Measures = Measures };

    /// <param name="rows">A Logstore's answer.</param>
    public void Add(IReadOnlyList<object?[]> rows)
    {
        foreach (var row in rows)
        {
            var key = new HitKey((string)row[0]!, (int)(long)row[1]!, (string)row[2]!, (long)row[3]!);
            var sum = new HitSum((long)row[4]!, (long)row[5]!, (long)row[6]!, (long)row[7]!, (long)row[8]!);
            if (!_most.TryGetValue(key, out var most) || sum.Records > most.Records)
                _most[key] = sum;
        }
    }

    /// <summary>By rule and version.</summary>
    /// <exception cref="OverflowException">A sum is beyond 2^63-1.</exception>
    public IReadOnlyDictionary<(string RuleId, int Version), HitSum> Total() => _most
        .GroupBy(hit => (hit.Key.RuleId, hit.Key.RuleVersion), hit => hit.Value)
        .ToDictionary(hits => hits.Key, hits => hits.Aggregate(HitSum.None, (one, other) => one + other));
}
