namespace FlowLog.Query.Grouping;

/// <summary>Records that are put into groups and added up: what SQL's simple aggregates come to, answered from encoded columns.</summary>
public sealed record GroupQuery
{
    /// <summary>Which records, by what they are grouped and what is added up. Several, of the same shape, fill the same groups, as UNION ALL does.</summary>
    public required IReadOnlyList<GroupSelection> Selections { get; init; }

    public required IReadOnlyList<Measure> Measures { get; init; }

    /// <summary>What groups are sorted by, most significant first; groups that are equal in it, and all if it is empty, come in the order of their keys.</summary>
    public IReadOnlyList<GroupOrder> Order { get; init; } = [];

    /// <summary>Groups that are left out at the start.</summary>
    public int Offset { get; init; }

    /// <summary>Groups that are answered at most.</summary>
    public int Limit { get; init; } = int.MaxValue;
}
