using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>What an instance had with whom, as seen at its own ENI.</summary>
public readonly record struct Conversation(string VmId, IpAddress Source, IpAddress Destination) : IComparable<Conversation>
{
    public int CompareTo(Conversation other) => string.CompareOrdinal(VmId, other.VmId) is not 0 and var order
        ? order
        : new AddressPair(Source, Destination).CompareTo(new(other.Source, other.Destination));
}
