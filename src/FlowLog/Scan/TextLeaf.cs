using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>A condition on a column of texts: they are looked at once a chunk, rows by their codes.</summary>
/// <param name="passes">Whether a text that is a value meets it.</param>
internal sealed class TextLeaf(FlowField field, Func<string, bool> passes) : Leaf(field)
{
    public override int Opening => 1;

    public override Match Judge(ChunkStatistics statistics) => Match.Some;

    public override RowFilter Bind(ChunkReader reader)
    {
        var table = reader.Texts(Field);
        var codes = IntegerRanges.OfCodes(table.Count, code => passes(table[code]));
        var verdict = codes.Judge(new(0, Math.Max(table.Count - 1, 0)));
        return verdict == Match.Some ? new IntegerFilter(reader.Integers(Field), codes) : RowFilter.Of(verdict);
    }
}
