namespace FlowLog.Packets;

/// <summary>
/// Counts the packets of captures to flows, with as many threads as it is given. Blocks of packets pass three stations: reading and
/// adding up take one block at a time, in order, and so give the same result whatever the threads do; decoding takes any.
/// </summary>
/// <param name="seed">Of the hash; where strangers choose the addresses take a random one. The results do not depend on it.</param>
public sealed class FlowMeter(MeterOptions options, ulong seed = 0)
{
    /// <summary>Blocks on their way at once: some to read ahead, some to decode, one to add.</summary>
    private const int BlocksPerThread = 3;

    /// <summary>The flows so far.</summary>
    public FlowAggregator Flows { get; } = new(options.IntervalSeconds, options.MaxOpenFlows, seed);

    /// <summary>All captures together.</summary>
    public MeterCounts Counts { get; } = new();

    /// <summary>Called after a block has been added, one call at a time: to take flows that were closed early, or to show progress.</summary>
    public Action? Added { get; set; }

    /// <summary>Reads one capture to its end. Fragments belong to datagrams of their own capture.</summary>
    /// <param name="threads">At least 1.</param>
    /// <returns>What stopped the reading before the capture's end; null if nothing did.</returns>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public async Task<CaptureDamage?> ReadAsync(Stream capture, int threads, CancellationToken cancellationToken)
    {
        var reader = await CaptureReader.OpenAsync(capture, cancellationToken);
        var fragments = new FragmentTracker();
        MeterBlock[] blocks = [.. Enumerable.Range(0, threads * BlocksPerThread).Select(_ => new MeterBlock(options, seed))];
        var line = new MeterLine(blocks, reader, block => Add(block, fragments));
        await line.RunAsync(threads, cancellationToken);
        Counts.OrphanFragments += fragments.Orphans;
        return reader.Damage;
    }

    private void Add(MeterBlock block, FragmentTracker fragments)
    {
        foreach (var (packet, time) in block.Fragments)
        {
            var followed = packet;
            fragments.Follow(ref followed);
            block.Add(followed, time);
        }

        Flows.Add(block.Rows, block.Hashes);
        Counts.Add(block.Counts);
        Added?.Invoke();
    }
}
