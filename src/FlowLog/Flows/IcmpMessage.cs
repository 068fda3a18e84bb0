using System.Collections.Concurrent;
using System.Globalization;

namespace FlowLog.Flows;

/// <summary>Type and code of an ICMP or ICMPv6 message; none for other protocols, and where they were not captured.</summary>
/// <param name="Number">0 for none; else type * 256 + code + 1.</param>
public readonly record struct IcmpMessage(int Number)
{
    private static readonly ConcurrentDictionary<int, string> Texts = new();

    public IcmpMessage(byte type, byte code)
        : this((type << 8) + code + 1)
    {
    }

    public bool IsKnown => Number > 0;

    public byte Type => (byte)((Number - 1) >> 8);

    public byte Code => (byte)(Number - 1);

    /// <summary>Type and code such as 8/0; empty for none.</summary>
    public override string ToString() => IsKnown ? Texts.GetOrAdd(Number, Text) : "";

    private static string Text(int number) => string.Create(CultureInfo.InvariantCulture, $"{(number - 1) >> 8}/{(number - 1) & 0xFF}");
}
