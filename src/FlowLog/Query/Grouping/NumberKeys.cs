using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Grouping;

/// <summary>Numbers, or stretches of them, each with the number of its first coming up.</summary>
/// <param name="areBytes">Whether there are 256 different ones at most.</param>
internal sealed class NumberKeys(bool areBytes) : KeyNumbers
{
    private readonly Lock _adding = new();
    private readonly Dictionary<long, uint> _numbers = [];
    private readonly List<long> _values = [0];
    private uint _bound = 1;

    public override int Width => areBytes ? 9 : 32;

    public override uint Bound => Volatile.Read(ref _bound);

    public override QueryType Type => QueryType.Integer;

    public static bool IsByte(FlowField field) =>
        field == FlowFields.Protocol || field == FlowFields.TcpFlags || field == FlowFields.TrafficPath;

    public override KeyReader Read(GroupKey key) => new Reader(key, this);

    public override object Value(uint number) => _values[(int)number];

    protected override int CompareValues(uint one, uint other) => _values[(int)one].CompareTo(_values[(int)other]);

    private uint NumberOf(long value)
    {
        lock (_adding)
        {
            if (_numbers.TryGetValue(value, out var number))
                return number;
            if (areBytes && value is < 0 or > byte.MaxValue)
                throw new ChunkFormatException(FlowFields.Protocol.Id, 0, $"{value} where a byte belongs");
            _values.Add(value);
            Volatile.Write(ref _bound, (uint)_values.Count);
            return _numbers[value] = (uint)_values.Count - 1;
        }
    }

    private sealed class Reader(GroupKey key, NumberKeys keys) : KeyReader(key.Field)
    {
        /// <summary>The widest span of a chunk's numbers that is looked up by place.</summary>
        private const int WidestTable = 1 << 16;

        private readonly Dictionary<long, uint> _known = [];
        private uint[] _table = [];
        private long _least;

        /// <summary>A number for each value between the chunk's bounds, if they are close; found as they come up.</summary>
        public override void Open(ChunkReader chunk)
        {
            var range = chunk.Range(Field);
            var span = unchecked((ulong)(range.Maximum - range.Minimum));
            _least = range.Minimum;
            if (span >= WidestTable)
            {
                _table = [];
                return;
            }

            _table = new uint[(int)span + 1];
            if (key.Bucket > 1 || _table.Length == 1)
                FillTable();
        }

        public override void Read(ChunkScan scan, Span<uint> numbers)
        {
            var values = scan.Numbers(Field);
            var table = _table;
            if (table.Length == 0)
            {
                for (var row = 0; row < values.Length; row++)
                    numbers[row] = Find(values[row]);
                return;
            }

            for (var row = 0; row < values.Length; row++)
            {
                var place = values[row] - _least;
                if ((ulong)place >= (ulong)table.Length)
                    throw new ChunkFormatException(Field.Id, 0, $"{values[row]} beyond the column's bounds");
                var number = table[(int)place];
                numbers[row] = number != 0 ? number : table[(int)place] = Find(values[row]);
            }
        }

        private void FillTable()
        {
            for (var place = 0; place < _table.Length;)
            {
                var value = _least + place;
                var end = (int)Math.Min(_table.Length, Floor(value, key.Bucket) + key.Bucket - _least);
                _table.AsSpan(place..end).Fill(Find(value));
                place = end;
            }
        }

        private uint Find(long value)
        {
            var start = key.Bucket == 1 ? value : Floor(value, key.Bucket);
            if (_known.TryGetValue(start, out var number))
                return number;
            return _known[start] = keys.NumberOf(start);
        }

        private static long Floor(long value, long length) => value - (((value % length) + length) % length);
    }
}
