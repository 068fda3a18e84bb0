namespace FlowLog.Packets;

/// <summary>
/// A block of packets on its way through a <see cref="FlowMeter"/>: read, then decoded to flows of its own, then added to all the
/// flows. Packets of one flow come in bursts, so most are added up here, in the processor's cache, by any thread.
/// </summary>
internal sealed class MeterBlock(MeterOptions options, ulong seed)
{
    private const int Places = 1024;

    // Places of recent flows by hash: the row's number and 1. What is overwritten only makes a further row.
    private readonly int[] _places = new int[Places];
    private FlowEntry[] _rows = new FlowEntry[1024];
    private uint[] _hashes = new uint[1024];
    private int _count;
    private PacketWindows _windows = new(options.IntervalSeconds);

    public FrameBlock Frames { get; } = new();

    public MeterCounts Counts { get; } = new();

    /// <summary>Fragments, in their order; their flows are known only when those before them are.</summary>
    public List<Fragment> Fragments { get; } = [];

    public ReadOnlySpan<FlowEntry> Rows => _rows.AsSpan(0, _count);

    /// <summary>The hashes of the rows' keys.</summary>
    public ReadOnlySpan<uint> Hashes => _hashes.AsSpan(0, _count);

    /// <summary>Decodes the frames.</summary>
    public void Decode()
    {
        Array.Clear(_places);
        Counts.Clear();
        Fragments.Clear();
        _count = 0;
        foreach (ref readonly var frame in Frames.Frames)
        {
            var bytes = Frames.Bytes.AsSpan(frame.Start, frame.Length);
            var reason = PacketDecoder.Decode(bytes, frame.OriginalLength, frame.LinkType, options.InsideTunnels, out var packet);
            if (reason != NotFlow.None)
                Counts.Count(reason);
            else if (packet.Fragment == FragmentPlace.Whole)
                Add(packet, frame.TimeNanoseconds);
            else
                Fragments.Add(new(packet, frame.TimeNanoseconds));
        }
    }

    /// <summary>Adds a packet whose flow is known.</summary>
    public void Add(in DecodedPacket packet, long time)
    {
        var key = FlowKey.Of(packet, options.TellIcmpApart ? packet.Icmp : default, _windows.StartOf(time));
        var hash = key.Hash(seed);
        ref var place = ref _places[hash & (Places - 1)];
        ref var row = ref place == 0 || !FlowKey.Same(_rows[place - 1].Key, key) ? ref Append(key, hash, ref place) : ref _rows[place - 1];
        row.Packets++;
        row.Bytes += packet.Bytes;
        row.TcpFlags |= packet.TcpFlags;
        row.FirstNanoseconds = Math.Min(row.FirstNanoseconds, time);
        row.LastNanoseconds = Math.Max(row.LastNanoseconds, time);
        Counts.Packets++;
        Counts.Bytes += packet.Bytes;
    }

    private ref FlowEntry Append(in FlowKey key, uint hash, ref int place)
    {
        if (_count == _rows.Length)
        {
            Array.Resize(ref _rows, _count * 2);
            Array.Resize(ref _hashes, _count * 2);
        }

        place = _count + 1;
        _hashes[_count] = hash;
        ref var row = ref _rows[_count++];
        row = new() { Key = key, FirstNanoseconds = long.MaxValue, LastNanoseconds = long.MinValue };
        return ref row;
    }

    internal readonly record struct Fragment(DecodedPacket Packet, long Time);
}
