namespace FlowLog.Reports;

/// <summary>A destination port of a protocol; port 0 stands for protocols without ports.</summary>
public readonly record struct Port(byte Protocol, ushort Number) : IComparable<Port>
{
    public int CompareTo(Port other) => Bits.CompareTo(other.Bits);

    internal int Bits => (Protocol << 16) | Number;

    internal static Port Of(int bits) => new((byte)(bits >> 16), (ushort)bits);

    public override string ToString() => FormattableString.Invariant($"{Protocol}/{Number}");
}
