using System.Buffers.Binary;
using System.Text;

namespace FlowLog.Imports;

/// <summary>
/// Texts that come again and again, as one string each: rules, MAC addresses, interface ids. A fixed number of places, so that
/// hostile texts cost time and not memory. Longer texts are cut.
/// </summary>
internal sealed class KnownTexts
{
    /// <summary>Bytes of UTF-8 of one text.</summary>
    public const int MaxBytes = 256;

    private const int Places = 1024;

    private readonly (byte[] Bytes, string Text)[] _known = new (byte[], string)[Places];

    public string Of(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return "";
        if (text.Length > MaxBytes)
            text = Cut(text);
        ref var place = ref _known[Hash(text) % Places];
        if (place.Bytes is null || !text.SequenceEqual(place.Bytes))
            place = (text.ToArray(), Encoding.UTF8.GetString(text));
        return place.Text;
    }

    /// <summary>The most that fits, without half a letter.</summary>
    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> text)
    {
        var end = MaxBytes;
        while (end > 0 && (text[end] & 0xC0) == 0x80)
            end--;
        return text[..end];
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length;
        for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * 0x9E3779B97F4A7C15;
        foreach (var letter in text)
            hash = (hash ^ letter) * 0x100000001B3;
        return (uint)(hash >> 32) ^ (uint)hash;
    }
}
