using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>A five-tuple and what the security groups decided of it.</summary>
public readonly record struct JudgedTuple(FiveTuple Flow, FlowAction Action) : IComparable<JudgedTuple>
{
    public int CompareTo(JudgedTuple other)
    {
        var order = new AddressPair(Flow.Source, Flow.Destination).CompareTo(new(other.Flow.Source, other.Flow.Destination));
        return order != 0 ? order : Ports.CompareTo(other.Ports);
    }

    /// <summary>All but the addresses as one number.</summary>
    internal ulong Ports => ((ulong)Flow.Protocol << 40) | ((ulong)Flow.DestinationPort << 24) | ((ulong)Flow.SourcePort << 8) | (byte)Action;

    internal static JudgedTuple Of(IpAddress source, IpAddress destination, ulong ports) =>
        new(new(source, destination, (ushort)(ports >> 8), (ushort)(ports >> 24), (byte)(ports >> 40)), (FlowAction)(byte)ports);
}
