namespace FlowLog.Benchmarks.Chunks;

/// <summary>What flows of one service look like.</summary>
/// <param name="Port">The service's; 0 for none.</param>
/// <param name="Weight">Of all flows, relative to other shapes.</param>
/// <param name="Packets">The median; a tenth has about <paramref name="Spread"/> times as many or more.</param>
/// <param name="BytesPerPacket">On average, 28 at least.</param>
internal readonly record struct FlowShape(byte Protocol, int Port, double Weight, double Packets, double Spread, int BytesPerPacket)
{
    private const byte Tcp = 6;
    private const byte Udp = 17;
    private const byte Icmp = 1;

    /// <summary>A mixture as at hosts on the Internet: web, names, remote access, mail, data bases, and knocking at doors.</summary>
    public static readonly FlowShape[] All =
    [
        new(Tcp, 443, 22, 14, 6, 700), new(Tcp, 80, 16, 8, 5, 560), new(Udp, 53, 18, 1, 1.3, 110), new(Udp, 443, 5, 20, 8, 820),
        new(Tcp, 22, 5, 18, 8, 160), new(Tcp, 25, 2, 14, 3, 400), new(Tcp, 993, 2, 16, 3, 300), new(Tcp, 3306, 3, 12, 6, 330),
        new(Tcp, 5432, 2, 12, 6, 350), new(Tcp, 6379, 2, 10, 4, 130), new(Tcp, 8080, 4, 7, 4, 420), new(Udp, 123, 3, 1, 1, 76),
        new(Tcp, 23, 3, 1, 1.5, 44), new(Tcp, 445, 3, 2, 2, 48), new(Tcp, 3389, 3, 2, 4, 60), new(Udp, 161, 1, 1, 1.5, 90),
        new(Udp, 5060, 1, 2, 2, 420), new(Icmp, 0, 3, 2, 3, 84), new(47, 0, 1, 1, 1, 28), new(Udp, 1900, 1, 2, 2, 200),
    ];
}
