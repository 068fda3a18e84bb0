using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>A condition on two columns of one kind: numbers as they are, addresses by their codes, as they share a table.</summary>
internal sealed class SameLeaf(FlowField field, FlowField other, bool negated) : Leaf(field)
{
    public override IEnumerable<FlowField> Fields => [Field, other];

    public override int Opening => Field.Kind == FieldKind.Address ? 2 : 0;

    public override Match Judge(ChunkStatistics statistics) => Match.Some;

    public override RowFilter Bind(ChunkReader reader) => reader.Has(Field) || reader.Has(other)
        ? new SameFilter(Integers(reader, Field), Integers(reader, other), negated)
        : RowFilter.Of(negated ? Match.None : Match.All);

    /// <summary>A column of addresses that is not there says <see cref="IpAddress.None"/>, which the other one may have a code for.</summary>
    private static EncodedIntegers Integers(ChunkReader reader, FlowField field)
    {
        if (field.Kind != FieldKind.Address || reader.Has(field))
            return reader.Integers(field);
        var (code, end) = reader.Addresses.Find(new Cidr(IpAddress.None, 32));
        return new ConstantIntegers(reader.Rows, code < end ? code : -1);
    }
}
