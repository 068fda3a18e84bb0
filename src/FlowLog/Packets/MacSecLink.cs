using System.Buffers.Binary;

namespace FlowLog.Packets;

/// <summary>The tag of MACsec (IEEE 802.1AE), whose payload can be seen where it is signed but not encrypted.</summary>
internal static class MacSecLink
{
    // Bits of the first byte: the channel's identifier follows; the payload is encrypted; it was changed.
    private const int HasChannel = 0x20;
    private const int IsEncrypted = 0x08;
    private const int IsChanged = 0x04;

    public static NotFlow Find(ref LinkCursor cursor)
    {
        if (cursor.Rest.IsEmpty)
            return NotFlow.CutHeader;
        var control = cursor.Rest[0];
        if ((control & (IsEncrypted | IsChanged)) != 0)
            return NotFlow.Encrypted;
        var length = (control & HasChannel) != 0 ? 14 : 6;
        if (cursor.Rest.Length < length + 2)
            return NotFlow.CutHeader;
        var type = BinaryPrimitives.ReadUInt16BigEndian(cursor.Rest[length..]);
        cursor.Take(length + 2);
        return cursor.Payload(type);
    }
}
