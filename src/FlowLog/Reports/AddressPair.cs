using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>Who sent to whom.</summary>
public readonly record struct AddressPair(IpAddress Source, IpAddress Destination) : IComparable<AddressPair>
{
    public int CompareTo(AddressPair other) => Source.CompareTo(other.Source) is not 0 and var order ? order : Destination.CompareTo(other.Destination);
}
