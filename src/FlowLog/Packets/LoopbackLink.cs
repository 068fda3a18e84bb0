using System.Buffers.Binary;

namespace FlowLog.Packets;

/// <summary>BSD loopback: four bytes of address family, in the byte order of the machine that captured.</summary>
internal static class LoopbackLink
{
    private const uint Ipv4 = 2;

    public static NotFlow Find(ref LinkCursor cursor)
    {
        if (cursor.Rest.Length < 4)
            return NotFlow.CutHeader;
        var family = BinaryPrimitives.ReadUInt32LittleEndian(cursor.Rest);
        if (family > ushort.MaxValue)
            family = BinaryPrimitives.ReverseEndianness(family);
        cursor.Take(4);
        return family switch
        {
            Ipv4 => cursor.Ip(IpVersion.Any),

            // AF_INET6 of Linux, Windows, NetBSD and OpenBSD, FreeBSD, macOS.
            10 or 23 or 24 or 28 or 30 => cursor.Ip(IpVersion.Six),
            _ => NotFlow.NonIp,
        };
    }
}
