using System.Buffers.Binary;

namespace FlowLog.Packets;

/// <summary>Linux "cooked" captures: what the kernel says of a frame instead of its link header.</summary>
internal static class CookedLink
{
    private const int Version1Length = 16;
    private const int Version2Length = 20;

    // linux/if_ether.h: an IEEE 802.2 frame has no EtherType.
    private const ushort Llc = 0x0004;

    public static NotFlow Version1(ref LinkCursor cursor) => Find(ref cursor, Version1Length, 14);

    public static NotFlow Version2(ref LinkCursor cursor) => Find(ref cursor, Version2Length, 0);

    private static NotFlow Find(ref LinkCursor cursor, int length, int typeAt)
    {
        if (cursor.Rest.Length < length)
            return NotFlow.CutHeader;
        var type = BinaryPrimitives.ReadUInt16BigEndian(cursor.Rest[typeAt..]);
        cursor.Take(length);
        if (type == Llc)
            return cursor.Llc();
        return type > EtherType.LargestLength ? cursor.Payload(type) : NotFlow.NonIp;
    }
}
