namespace FlowLog.Query.Grouping;

/// <summary>The numbers of a group's keys, packed into one value.</summary>
internal interface IKeyBits<TSelf> : IEquatable<TSelf>
    where TSelf : unmanaged, IKeyBits<TSelf>
{
    /// <summary>Bits that there are.</summary>
    static abstract int Capacity { get; }

    /// <summary>Adds a number at a bit; no number crosses a border of 64 bits.</summary>
    static abstract TSelf With(TSelf bits, uint number, int at);

    /// <summary>The number of some bits at a place.</summary>
    uint At(int bit, int width);

    /// <summary>Spread over 64 bits.</summary>
    ulong Hash { get; }
}
