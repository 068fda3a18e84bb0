using FlowLog.Flows;

namespace FlowLog.Query.Search;

/// <summary>A key of searches that is the name of no field.</summary>
/// <param name="Fields">What it stands for; a record is found by any of them.</param>
/// <param name="IsColumn">Whether SQL has a column of that name too.</param>
public sealed record SearchKey(string Name, IReadOnlyList<FlowField> Fields, bool IsColumn = false);
