using System.Buffers.Binary;

namespace FlowLog.Packets;

/// <summary>Netfilter's log (NFLOG): a header of four bytes, then attributes, each of a length and a type in the writer's byte order.</summary>
internal static class NetfilterLogLink
{
    private const int HeaderLength = 4;
    private const int AttributeLength = 4;
    private const ushort Payload = 9;
    private const int LargestType = 0xFF;

    public static NotFlow Find(ref LinkCursor cursor)
    {
        if (!cursor.Take(HeaderLength))
            return NotFlow.CutHeader;
        while (cursor.Rest.Length >= AttributeLength)
        {
            int length = BinaryPrimitives.ReadUInt16LittleEndian(cursor.Rest);
            int type = BinaryPrimitives.ReadUInt16LittleEndian(cursor.Rest[2..]);
            if (type > LargestType)
            {
                length = BinaryPrimitives.ReverseEndianness((ushort)length);
                type = BinaryPrimitives.ReverseEndianness((ushort)type);
            }

            if (type == Payload && cursor.Take(AttributeLength))
                return cursor.Ip(IpVersion.Any);
            if (length < AttributeLength)
                return NotFlow.BadHeader;
            if (!cursor.Take((length + 3) & ~3))
                return NotFlow.CutHeader;
        }

        return cursor.Rest.IsEmpty ? NotFlow.NonIp : NotFlow.CutHeader;
    }
}
