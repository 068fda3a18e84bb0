using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Grouping;

/// <summary>Texts, each with the number of its first coming up; what stands for nothing is no value.</summary>
internal sealed class TextKeys : KeyNumbers
{
    private readonly Lock _adding = new();
    private readonly Dictionary<string, uint> _numbers = new(StringComparer.Ordinal) { [""] = 0, [FlowField.NoValue] = 0 };
    private readonly List<string> _texts = [""];
    private uint _bound = 1;

    public override int Width => 32;

    public override uint Bound => Volatile.Read(ref _bound);

    public override QueryType Type => QueryType.Text;

    public override KeyReader Read(GroupKey key) => new Reader(key.Field, this);

    public override object Value(uint number) => _texts[(int)number];

    protected override int CompareValues(uint one, uint other) => string.CompareOrdinal(_texts[(int)one], _texts[(int)other]);

    private uint[] NumbersOf(IReadOnlyList<string> texts)
    {
        lock (_adding)
            return [.. texts.Select(Find)];
    }

    private uint Find(string text)
    {
        if (_numbers.TryGetValue(text, out var number))
            return number;
        _texts.Add(text);
        Volatile.Write(ref _bound, (uint)_texts.Count);
        return _numbers[text] = (uint)_texts.Count - 1;
    }

    private sealed class Reader(FlowField field, TextKeys keys) : KeyReader(field)
    {
        private uint[] _numbers = [];

        public override void Open(ChunkReader chunk) => _numbers = keys.NumbersOf(chunk.Texts(Field));

        public override void Read(ChunkScan scan, Span<uint> numbers)
        {
            if (_numbers.Length == 1)
            {
                numbers.Fill(_numbers[0]);
                return;
            }

            var codes = scan.Codes(Field);
            for (var row = 0; row < codes.Length; row++)
                numbers[row] = _numbers[codes[row]];
        }
    }
}
