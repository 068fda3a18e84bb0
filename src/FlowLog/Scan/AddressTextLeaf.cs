using System.Globalization;
using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>A condition on the text of addresses: it is written once for each that the chunk has, rows are compared by their codes.</summary>
internal sealed class AddressTextLeaf(FlowField field, WordPattern pattern, bool negated) : Leaf(field)
{
    private const int MostIPv4Letters = 15;

    public override int Opening => 2;

    public override Match Judge(ChunkStatistics statistics) => Match.Some;

    public override RowFilter Bind(ChunkReader reader)
    {
        if (!reader.Has(Field))
            return RowFilter.Of(Passes(IpAddress.None) ? Match.All : Match.None);
        var addresses = reader.Addresses;
        var codes = IntegerRanges.OfCodes(addresses.Count, code => Passes(addresses[code]));
        var verdict = codes.Judge(new(0, Math.Max(addresses.Count - 1, 0)));
        return verdict == Match.Some ? new IntegerFilter(reader.Integers(Field), codes) : RowFilter.Of(verdict);
    }

    private bool Passes(IpAddress address)
    {
        if (address.IsIPv6)
            return pattern.IsAllOf(address.ToString()) != negated;
        Span<char> letters = stackalloc char[MostIPv4Letters];
        var bits = (uint)address.Bits;
        letters.TryWrite(
            CultureInfo.InvariantCulture, $"{bits >> 24}.{(byte)(bits >> 16)}.{(byte)(bits >> 8)}.{(byte)bits}", out var length);
        return pattern.IsAllOf(letters[..length]) != negated;
    }
}
