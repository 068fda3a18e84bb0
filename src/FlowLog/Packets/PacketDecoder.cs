namespace FlowLog.Packets;

/// <summary>Decodes captured frames as far as the outermost IP packet's five-tuple. Total: bad bytes give a reason, never an exception.</summary>
public static class PacketDecoder
{
    /// <summary>Decodes a frame of a capture.</summary>
    /// <returns>Why the frame belongs to no flow; <see cref="NotFlow.None"/> if it does.</returns>
    public static NotFlow Decode(in CapturedFrame frame, out DecodedPacket packet) =>
        Decode(frame.Data.Span, frame.OriginalLength, frame.LinkType, out packet);

    /// <param name="frame">The captured bytes, link header first.</param>
    /// <param name="originalLength">The frame's length on the wire; bytes count by it where the IP header gives none.</param>
    /// <inheritdoc cref="Decode(in CapturedFrame, out DecodedPacket)"/>
    public static NotFlow Decode(ReadOnlySpan<byte> frame, int originalLength, LinkType linkType, out DecodedPacket packet)
    {
        return Decode(frame, originalLength, linkType, insideTunnels: false, out packet);
    }

    /// <param name="insideTunnels">Whether the packet inside VXLAN, Geneve and GRE is meant, in place of the one outside.</param>
    /// <inheritdoc cref="Decode(ReadOnlySpan{byte}, int, LinkType, out DecodedPacket)"/>
    public static NotFlow Decode(ReadOnlySpan<byte> frame, int originalLength, LinkType linkType, bool insideTunnels, out DecodedPacket packet)
    {
        packet = default;
        var reason = LinkHeader.FindIp(frame, linkType, out var offset, out var version);
        if (reason != NotFlow.None)
            return reason;
        if ((uint)offset >= (uint)frame.Length)
            return NotFlow.CutHeader;
        var ip = frame[offset..];
        var length = Math.Max(0, originalLength - offset);
        reason = DecodeIp(ip, length, version, ref packet);
        if (insideTunnels && reason == NotFlow.None)
            Tunnel.LookInside(ip, length, ref packet);
        return reason;
    }

    /// <param name="ip">The captured bytes from the IP header on, at least one.</param>
    /// <param name="wireLength">The bytes from the header to the frame's end on the wire.</param>
    internal static NotFlow DecodeIp(ReadOnlySpan<byte> ip, int wireLength, IpVersion version, ref DecodedPacket packet)
    {
        var six = version == IpVersion.Six || ip[0] >> 4 == 6;
        return six ? Ipv6Header.Decode(ip, wireLength, ref packet) : Ipv4Header.Decode(ip, wireLength, ref packet);
    }
}
