using System.Buffers.Binary;

namespace FlowLog.Packets;

/// <summary>IEEE 802.11 data frames, after a radio header or none. Of an aggregate of several packets the first is seen.</summary>
internal static class WirelessLink
{
    private const int HeaderLength = 24;
    private const int FourthAddressLength = 6;
    private const int QosLength = 2;
    private const int HighThroughputLength = 4;
    private const int SubframeLength = 14;
    private const int PrismLength = 144;
    private const uint AvsMagic = 0x80211000;

    /// <param name="isPadded">The radio put bytes between header and payload, so that this starts at a multiple of 4.</param>
    public static NotFlow Plain(ref LinkCursor cursor, bool isPadded)
    {
        if (cursor.Rest.Length < 2)
            return NotFlow.CutHeader;
        var control = cursor.Rest[0];
        var flags = cursor.Rest[1];
        var isData = (control & 0x0F) == 0x08;
        var hasNoBody = (control & 0x40) != 0;
        if (!isData || hasNoBody)
            return NotFlow.NonIp;
        if ((flags & 0x40) != 0)
            return NotFlow.Encrypted;
        var hasQos = (control & 0x80) != 0;
        var length = HeaderLength + ((flags & 3) == 3 ? FourthAddressLength : 0);
        var qosAt = length;
        length += hasQos ? QosLength : 0;
        length += hasQos && (flags & 0x80) != 0 ? HighThroughputLength : 0;
        var isAggregate = hasQos && cursor.Rest.Length > qosAt && (cursor.Rest[qosAt] & 0x80) != 0;
        length = isPadded ? (length + 3) & ~3 : length;
        return cursor.Take(length + (isAggregate ? SubframeLength : 0)) ? cursor.Llc() : NotFlow.CutHeader;
    }

    /// <summary>Radiotap (radiotap.org): the only field of interest tells whether the payload is padded.</summary>
    public static NotFlow Radiotap(ref LinkCursor cursor)
    {
        if (cursor.Rest.Length < 8)
            return NotFlow.CutHeader;
        int length = BinaryPrimitives.ReadUInt16LittleEndian(cursor.Rest[2..]);
        if (length < 8)
            return NotFlow.BadHeader;
        if (length > cursor.Rest.Length)
            return NotFlow.CutHeader;
        var isPadded = IsPadded(cursor.Rest[..length]);
        cursor.Take(length);
        return Plain(ref cursor, isPadded);
    }

    /// <summary>Prism's header of 144 bytes, or that of AVS, which came to be written in its place.</summary>
    public static NotFlow Prism(ref LinkCursor cursor)
    {
        if (cursor.Rest.Length >= 8 && BinaryPrimitives.ReadUInt32BigEndian(cursor.Rest) >> 12 == AvsMagic >> 12)
            return Avs(ref cursor);
        return cursor.Take(PrismLength) ? Plain(ref cursor, false) : NotFlow.CutHeader;
    }

    public static NotFlow Avs(ref LinkCursor cursor)
    {
        if (cursor.Rest.Length < 8)
            return NotFlow.CutHeader;
        var length = BinaryPrimitives.ReadUInt32BigEndian(cursor.Rest[4..]);
        return length <= cursor.Rest.Length && cursor.Take((int)length) ? Plain(ref cursor, false) : NotFlow.CutHeader;
    }

    private static bool IsPadded(ReadOnlySpan<byte> header)
    {
        var present = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        var at = 8;
        for (var word = present; (word & 0x80000000) != 0 && at + 4 <= header.Length; at += 4)
            word = BinaryPrimitives.ReadUInt32LittleEndian(header[at..]);
        var hasClock = (present & 1) != 0;
        var hasFlags = (present & 2) != 0;
        at = hasClock ? ((at + 7) & ~7) + 8 : at;
        return hasFlags && at < header.Length && (header[at] & 0x20) != 0;
    }
}
