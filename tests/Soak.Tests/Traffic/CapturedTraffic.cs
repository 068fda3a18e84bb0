using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Soak.Tests.Traffic;

/// <summary>A capture file of invented conversations at an ENI, and what they must become in the records.</summary>
internal sealed class CapturedTraffic
{
    private const int Minute = 60;
    private const int Peers = 12;
    private const int Ports = 40;

    private CapturedTraffic(byte[] file, FlowSums truth) => (File, Truth) = (file, truth);

    public byte[] File { get; }

    public FlowSums Truth { get; }

    /// <param name="from">Unix seconds of the first packet.</param>
    /// <param name="seconds">How long it goes on.</param>
    public static CapturedTraffic Of(Random random, SoakEni eni, long from, int seconds, int packets)
    {
        var truth = new FlowSums();
        var file = Pcaps.Of([.. Enumerable.Range(0, packets).Select(_ => random.Next(seconds)).Order().Select(second => Next(random, eni, from + second, truth))]);
        return new(file, truth);
    }

    /// <summary>A request to the web server and its answer, which pass; attempts at other ports, which do not; a question to a name server.</summary>
    private static PcapPacket Next(Random random, SoakEni eni, long time, FlowSums truth)
    {
        var peer = $"198.51.100.{random.Next(1, 1 + Peers)}";
        var port = random.Next(20_000, 20_000 + Ports);
        var bytes = random.Next(40, 1500);
        var (packet, incoming, action) = random.Next(5) switch
        {
            0 or 1 => (new PcapPacket(time, peer, eni.Address, port, 80, bytes), true, "ACCEPT"),
            2 => (new PcapPacket(time, eni.Address, peer, 80, port, bytes), false, "ACCEPT"),
            3 => (new PcapPacket(time, peer, eni.Address, port, random.Next(2) == 0 ? 22 : 5_060, bytes), true, "REJECT"),
            _ => (new PcapPacket(time, eni.Address, peer, port, 53, bytes), false, "ACCEPT"),
        };
        truth.Add(
            new(eni.Id, time - (time % Minute), packet.Source, packet.SourcePort, packet.Destination, packet.DestinationPort, incoming ? "in" : "out", action),
            1, bytes);
        return packet;
    }
}
