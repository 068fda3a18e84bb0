namespace FlowLog.Query.Grouping;

/// <summary>Groups in a table, each at a place.</summary>
internal interface IGroups
{
    GroupSums Sums { get; }

    /// <summary>All places are below.</summary>
    int End { get; }

    /// <summary>Whether there is a group at a place.</summary>
    bool Has(int group);

    /// <summary>The number of one of a group's keys.</summary>
    uint Number(int group, int key);
}
