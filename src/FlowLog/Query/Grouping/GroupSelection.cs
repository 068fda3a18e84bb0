using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Grouping;

/// <summary>Records that go into groups.</summary>
/// <param name="Where">Which.</param>
/// <param name="Keys">By what; none makes one group of all, which is there even if there are no records.</param>
/// <param name="Values">Fields of kind number that measures add up.</param>
public sealed record GroupSelection(FlowPredicate Where, IReadOnlyList<GroupKey> Keys, IReadOnlyList<FlowField> Values);
