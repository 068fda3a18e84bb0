using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>All rows that another clause does not let pass, whether a field applies to them or not.</summary>
internal sealed class Opposite(Clause clause) : Clause
{
    public override IEnumerable<FlowField> Fields => clause.Fields;

    public override int Opening => clause.Opening;

    public override Match Judge(ChunkStatistics statistics) => Of(clause.Judge(statistics));

    public override RowFilter Bind(ChunkReader reader)
    {
        var filter = clause.Bind(reader);
        return filter.Verdict == Match.Some ? new OppositeFilter(filter) : RowFilter.Of(Of(filter.Verdict));
    }

    private static Match Of(Match match) => match switch
    {
        Match.All => Match.None,
        Match.None => Match.All,
        _ => Match.Some,
    };
}
