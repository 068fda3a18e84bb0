namespace FlowLog.Packets;

/// <summary>
/// Chooses packets independently of each other, each with probability 1 / rate, by a hash: the same packet of the same capture is
/// chosen each time that it is read.
/// </summary>
/// <param name="rate">1 or less takes every packet.</param>
/// <param name="seed">Keeps senders from choosing packets that are not looked at.</param>
public readonly struct PacketSampler(int rate, ulong seed)
{
    /// <param name="packet">What tells the packet from others of its capture, such as its place or its number.</param>
    public bool Takes(ulong packet)
    {
        if (rate <= 1)
            return true;

        // splitmix64 (Steele, Lea, Flood 2014).
        var mixed = packet + seed + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        return Math.BigMul(mixed, (ulong)rate, out _) == 0;
    }
}
