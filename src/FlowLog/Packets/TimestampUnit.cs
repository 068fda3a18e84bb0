namespace FlowLog.Packets;

/// <summary>What a pcapng interface's time stamps count: units of 10^-n or 2^-n seconds (if_tsresol), after an offset in seconds (if_tsoffset).</summary>
internal readonly struct TimestampUnit
{
    private const int Billion = 1_000_000_000;

    private readonly ulong _fastLimit;
    private readonly long _multiplier;
    private readonly byte _resolution;
    private readonly Int128 _offset;

    /// <param name="resolution">The option's byte: bit 7 set for powers of two; 6, microseconds, where there is no option.</param>
    /// <param name="offsetSeconds">Seconds to add.</param>
    public TimestampUnit(byte resolution, long offsetSeconds)
    {
        _resolution = resolution;
        _offset = (Int128)offsetSeconds * Billion;
        if (resolution > 9 || offsetSeconds != 0)
            return;
        _multiplier = (long)Power(10, 9 - resolution);
        _fastLimit = (ulong)(long.MaxValue / _multiplier);
    }

    /// <summary>Nanoseconds since 1970, rounded down; the nearest that fits in 64 bits.</summary>
    public long ToNanoseconds(ulong ticks)
    {
        if (ticks < _fastLimit)
            return (long)ticks * _multiplier;
        var nanoseconds = (Int128)Scaled(ticks) + _offset;
        return (long)Int128.Clamp(nanoseconds, long.MinValue, long.MaxValue);
    }

    private UInt128 Scaled(ulong ticks)
    {
        if (_resolution >= 128)
            return ((UInt128)ticks * Billion) >> (_resolution - 128);
        if (_resolution <= 9)
            return ticks * Power(10, 9 - _resolution);
        var finer = _resolution - 9;
        return finer > 20 ? UInt128.Zero : ticks / Power(10, finer);
    }

    private static UInt128 Power(uint number, int exponent)
    {
        var power = UInt128.One;
        for (; exponent > 0; exponent--)
            power *= number;
        return power;
    }
}
