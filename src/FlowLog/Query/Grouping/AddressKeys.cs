using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Grouping;

/// <summary>Addresses, by their number in a book that outlives the query.</summary>
internal sealed class AddressKeys(AddressBook book) : KeyNumbers
{
    public override int Width => 32;

    public override uint Bound => (uint)book.Bound;

    public override QueryType Type => QueryType.Text;

    public override KeyReader Read(GroupKey key) => new Reader(key.Field, book);

    public override object Value(uint number) => book[(int)number].ToString();

    /// <summary>As texts, which is how SQL compares them.</summary>
    protected override int CompareValues(uint one, uint other) => string.CompareOrdinal(book[(int)one].ToString(), book[(int)other].ToString());

    private sealed class Reader(FlowField field, AddressBook book) : KeyReader(field)
    {
        private int[] _numbers = [];
        private bool _isAbsent;

        public override void Open(ChunkReader chunk)
        {
            _isAbsent = !chunk.Has(Field);
            _numbers = _isAbsent ? [book.NumberOf(IpAddress.None)] : chunk.NumbersIn(book);
        }

        public override void Read(ChunkScan scan, Span<uint> numbers)
        {
            if (_isAbsent)
            {
                numbers.Fill((uint)_numbers[0]);
                return;
            }

            var codes = scan.Codes(Field);
            var table = _numbers;
            for (var row = 0; row < codes.Length; row++)
                numbers[row] = (uint)table[codes[row]];
        }
    }
}
