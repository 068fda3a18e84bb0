using System.Globalization;

namespace FlowLog.Network;

/// <summary>Ports from <paramref name="From"/> to <paramref name="To"/>, both included; <c>-1/-1</c> is any port and no port.</summary>
public readonly record struct PortRange(int From, int To)
{
    /// <summary><c>-1/-1</c>: no condition. Protocols without ports have no other.</summary>
    public static readonly PortRange Any = new(-1, -1);

    public bool IsAny => this == Any;

    /// <summary>Whether this is what a protocol with ports may name: 1 to 65535, in order.</summary>
    public bool IsPorts => From >= 1 && From <= To && To <= ushort.MaxValue;

    /// <summary>Reads <c>from/to</c>, 1 to 65535 in order, or <c>-1/-1</c>; nothing else.</summary>
    public static bool TryParse(string? text, out PortRange range)
    {
        range = Any;
        if (text == "-1/-1")
            return true;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 0 || !TryPort(text.AsSpan(0, slash), out var from) || !TryPort(text.AsSpan(slash + 1), out var to) || from > to)
            return false;
        range = new PortRange(from, to);
        return true;
    }

    public bool Contains(ushort port) => IsAny || (From <= port && port <= To);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From}/{To}");

    private static bool TryPort(ReadOnlySpan<char> text, out ushort port) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port > 0;
}
