using FlowLog.Flows;
using FlowLog.Packets;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture;

/// <summary>
/// One minute of invented traffic at an ENI: few busy peers and many rare ones, web and DNS and database conversations in both
/// directions with sizes of a heavy tail, and attempts at closed ports that get no answer.
/// </summary>
/// <param name="minute">Unix seconds of its start.</param>
internal sealed class GeneratedMinute(Eni eni, long minute)
{
    private const long Second = 1_000_000_000;
    private const int RemotePeers = 4096;

    private sealed record Conversation(byte Protocol, ushort ServerPort, bool FromEni, bool Answered, int Weight);

    private static readonly IReadOnlyList<Conversation> Kinds =
    [
        new(6, 443, FromEni: false, Answered: true, 40),
        new(6, 80, FromEni: false, Answered: true, 15),
        new(6, 443, FromEni: true, Answered: true, 15),
        new(17, 53, FromEni: true, Answered: true, 14),
        new(6, 3306, FromEni: true, Answered: true, 5),
        new(6, 22, FromEni: false, Answered: false, 5),
        new(6, 23, FromEni: false, Answered: false, 2),
        new(6, 3389, FromEni: false, Answered: false, 2),
        new(1, 0, FromEni: false, Answered: true, 2),
    ];

    private static readonly int Weights = Kinds.Sum(kind => kind.Weight);

    private long _packets;

    private readonly Random _random = new(unchecked((int)((eni.Source.Seed * 2654435761) ^ (minute * 40503))));

    /// <summary>Adds what begins within a time, in Unix seconds: a step that is closed early has a part of a minute.</summary>
    /// <returns>How many packets that are.</returns>
    public long AddTo(FlowAggregator flows, long since, long until)
    {
        for (var made = 0; made < eni.Source.FlowsPerMinute;)
        {
            var kind = Kind();
            made += kind.Answered ? 2 : 1;
            Add(kind, flows, since * Second, until * Second);
        }

        return _packets;
    }

    private void Add(Conversation kind, FlowAggregator flows, long since, long until)
    {
        var (own, peer) = (eni.Addresses.First(), Peer());
        var clientPort = kind.ServerPort == 0 ? (ushort)0 : (ushort)_random.Next(32768, 61000);
        var (client, server) = kind.FromEni ? (own, peer) : (peer, own);
        var request = new FiveTuple(client, server, clientPort, kind.ServerPort, kind.Protocol);
        var first = (minute * Second) + _random.NextInt64(55 * Second);
        var last = first + _random.NextInt64(4 * Second);
        if (!kind.Answered)
        {
            Add(request, 1, 60, 2, first, first);
            return;
        }

        var packets = Packets();
        var flags = (byte)(kind.Protocol == 6 ? 27 : 0);
        Add(request, packets, packets * _random.Next(60, 300), flags, first, last);
        Add(request.Reversed, packets, packets * _random.Next(80, 1400), flags, first + 1_000_000, last + 1_000_000);

        void Add(FiveTuple flow, long packets, long bytes, byte flags, long from, long to)
        {
            if (from < since || from >= until)
                return;
            flows.Add(flow, packets, bytes, flags, from, to);
            _packets += packets;
        }
    }

    private Conversation Kind()
    {
        var pick = _random.Next(Weights);
        return Kinds.First(kind => (pick -= kind.Weight) < 0);
    }

    /// <summary>An address of 203.0.113.0's kind: Zipf-like, so that some peers are busy and most are rare.</summary>
    private IpAddress Peer()
    {
        var rank = (uint)(Math.Pow(RemotePeers, _random.NextDouble()) - 1);
        return IpAddress.V4(0xC6120000 | (rank * 31 & 0x1FFFF));
    }

    private long Packets() => 1 + (long)(3 / Math.Pow(1 - _random.NextDouble(), 0.8));
}
