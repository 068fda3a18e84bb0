namespace FlowLog.Packets;

/// <summary>Which part of its datagram a packet is.</summary>
public enum FragmentPlace : byte
{
    /// <summary>The whole of it.</summary>
    Whole = 0,

    /// <summary>The first fragment of several: it has the ports.</summary>
    First,

    /// <summary>A fragment with an offset: it has no ports of its own.</summary>
    Later,
}
