using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Grouping;

/// <summary>Ports: the number is the port and one.</summary>
internal sealed class PortKeys : KeyNumbers
{
    private uint _bound = 1;

    public override int Width => 17;

    public override uint Bound => Volatile.Read(ref _bound);

    public override QueryType Type => QueryType.Integer;

    public static bool Fits(FlowField field) => field == FlowFields.SourcePort || field == FlowFields.DestinationPort;

    public override KeyReader Read(GroupKey key) => new Reader(key.Field, this);

    public override object Value(uint number) => (long)number - 1;

    protected override int CompareValues(uint one, uint other) => one.CompareTo(other);

    private void Raise(uint bound)
    {
        for (var seen = Bound; bound > seen; seen = Bound)
            Interlocked.CompareExchange(ref _bound, bound, seen);
    }

    private sealed class Reader(FlowField field, PortKeys keys) : KeyReader(field)
    {
        private ulong _greatest;

        /// <exception cref="ChunkFormatException">A port beyond 65535, or below 0.</exception>
        public override void Open(ChunkReader chunk)
        {
            var range = chunk.Range(Field);
            if (range.Minimum < 0 || range.Maximum > ushort.MaxValue)
                throw new ChunkFormatException(Field.Id, 0, $"ports from {range.Minimum} to {range.Maximum}");
            _greatest = (ulong)range.Maximum;
            keys.Raise((uint)range.Maximum + 2);
        }

        public override void Read(ChunkScan scan, Span<uint> numbers)
        {
            var ports = scan.Numbers(Field);
            var greatest = 0UL;
            for (var row = 0; row < ports.Length; row++)
            {
                greatest = Math.Max(greatest, (ulong)ports[row]);
                numbers[row] = (uint)ports[row] + 1;
            }

            if (greatest > _greatest)
                throw new ChunkFormatException(Field.Id, 0, $"{greatest} beyond the column's bounds");
        }
    }
}
