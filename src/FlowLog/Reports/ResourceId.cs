namespace FlowLog.Reports;

/// <summary>The id of an ENI, a VPC or a rule as a key; empty for records that have none.</summary>
public readonly record struct ResourceId(string Id) : IComparable<ResourceId>
{
    public int CompareTo(ResourceId other) => string.CompareOrdinal(Id, other.Id);

    public override string ToString() => Id;
}
