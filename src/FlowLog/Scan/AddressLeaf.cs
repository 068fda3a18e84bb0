using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>A condition on a column of addresses: a block of them is a range of codes, as the table ascends.</summary>
internal sealed class AddressLeaf(FlowField field, IReadOnlyList<Cidr> blocks, bool negated) : Leaf(field)
{
    public override int Opening => 2;

    public override Match Judge(ChunkStatistics statistics) => Match.Some;

    public override RowFilter Bind(ChunkReader reader)
    {
        if (!reader.Has(Field))
            return RowFilter.Of(blocks.Any(block => block.Contains(IpAddress.None)) != negated ? Match.All : Match.None);
        var addresses = reader.Addresses;
        var codes = IntegerRanges.Of(blocks.Select(addresses.Find).Select(found => new ColumnRange(found.Start, found.End - 1)));
        if (negated)
            codes = codes.Complement();
        var verdict = codes.Judge(new(0, Math.Max(addresses.Count - 1, 0)));
        return verdict == Match.Some ? new IntegerFilter(reader.Integers(Field), codes) : RowFilter.Of(verdict);
    }
}
