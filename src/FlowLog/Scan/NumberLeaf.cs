using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>A condition on a column of kind number or name.</summary>
internal sealed class NumberLeaf(FlowField field, IntegerTest test) : Leaf(field)
{
    public override int Opening => 0;

    public override Match Judge(ChunkStatistics statistics) => test.Judge(statistics[Field]);

    public override RowFilter Bind(ChunkReader reader)
    {
        var verdict = test.Judge(reader.Range(Field));
        return verdict == Match.Some ? new IntegerFilter(reader.Integers(Field), test) : RowFilter.Of(verdict);
    }
}
