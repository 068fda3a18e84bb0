using FlowLog.Flows;

namespace FlowLog.Query.Grouping;

/// <summary>What records are grouped by. A record that shows <c>-</c> for the field has the key null.</summary>
/// <param name="Field">Any.</param>
/// <param name="Bucket">Of a number: the length of the stretches that count as one, each beginning at a multiple of it. 1 for the number itself.</param>
public sealed record GroupKey(FlowField Field, long Bucket = 1);
