namespace FlowLog.Reports;

/// <summary>An ENI's id as a key.</summary>
public readonly record struct EniName(string Id) : IComparable<EniName>
{
    public int CompareTo(EniName other) => string.CompareOrdinal(Id, other.Id);

    public override string ToString() => Id;
}
