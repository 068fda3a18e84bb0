using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Grouping;

/// <summary>Names, by their place among a field's, from 1 on.</summary>
internal sealed class NameKeys(FlowField names) : KeyNumbers
{
    public override int Width => 4;

    public override uint Bound => (uint)names.Names.Count + 1;

    public override QueryType Type => QueryType.Text;

    public override KeyReader Read(GroupKey key) => new Reader(key.Field);

    public override object Value(uint number) => names.Names[(int)number - 1];

    protected override int CompareValues(uint one, uint other) => string.CompareOrdinal(names.Names[(int)one - 1], names.Names[(int)other - 1]);

    private sealed class Reader(FlowField field) : KeyReader(field)
    {
        /// <summary>The first place that is a name; one before it, or behind the last, is no value.</summary>
        private readonly long _first = field.HasNoneName ? 1 : 0;

        public override void Open(ChunkReader chunk)
        {
        }

        public override void Read(ChunkScan scan, Span<uint> numbers)
        {
            var places = scan.Numbers(Field);
            var (first, span) = (_first, (ulong)(Field.Names.Count - _first));
            for (var row = 0; row < places.Length; row++)
                numbers[row] = (ulong)(places[row] - first) < span ? (uint)places[row] + 1 : 0;
        }
    }
}
