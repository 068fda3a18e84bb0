namespace FlowLog.Packets;

/// <summary>
/// A stack of MPLS labels (RFC 3032). Nothing names what follows the last: its first four bits tell IP from a pseudowire
/// (RFC 4385), which carries Ethernet after a control word that starts with 0.
/// </summary>
internal static class MplsLink
{
    private const int LabelLength = 4;

    public static NotFlow Find(ref LinkCursor cursor)
    {
        var isLast = false;
        while (!isLast)
        {
            if (cursor.Rest.Length < LabelLength)
                return NotFlow.CutHeader;
            isLast = (cursor.Rest[2] & 1) != 0;
            cursor.Take(LabelLength);
        }

        if (cursor.Rest.IsEmpty)
            return NotFlow.CutHeader;
        return (cursor.Rest[0] >> 4) switch
        {
            4 => cursor.Ip(IpVersion.Four),
            6 => cursor.Ip(IpVersion.Six),
            0 => cursor.Take(LabelLength) ? cursor.Ethernet() : NotFlow.CutHeader,
            _ => NotFlow.NonIp,
        };
    }
}
