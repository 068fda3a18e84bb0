using System.Text;
using FlowLog.Flows;

namespace FlowLog.Files.Packing;

/// <summary>Texts of which few differ: a code a row. The empty text has code 0.</summary>
internal sealed class HeldTexts
{
    private readonly HeldNumbers _codes;
    private readonly List<string> _texts = [""];
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _known =
        new Dictionary<byte[], int>(new SameBytes()).GetAlternateLookup<ReadOnlySpan<byte>>();

    private byte[] _last = [];
    private int _lastCode;

    /// <param name="empty">How many empty texts to begin with.</param>
    public HeldTexts(int empty) => _codes = new(empty);

    public void Add(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.SequenceEqual(_last))
            Find(utf8);
        _codes.Add(_lastCode);
    }

    public string this[int row] => _texts[(int)_codes[row]];

    public int Code(int row) => (int)_codes[row];

    /// <summary>By code, the place of each text among all in ordinal order.</summary>
    public int[] Ranks()
    {
        var codes = Enumerable.Range(0, _texts.Count).ToArray();
        codes.AsSpan().Sort((a, b) => string.CompareOrdinal(_texts[a], _texts[b]));
        var ranks = new int[codes.Length];
        for (var rank = 0; rank < codes.Length; rank++)
            ranks[codes[rank]] = rank;
        return ranks;
    }

    /// <summary>The texts of these rows, and only those in its table.</summary>
    public TextColumn Pick(ReadOnlySpan<int> rows)
    {
        var places = new Dictionary<long, int>();
        var texts = new List<string>();
        var picked = new int[rows.Length];
        var codes = _codes.Pick(rows);
        for (var row = 0; row < codes.Length; row++)
        {
            if (row > 0 && codes[row] == codes[row - 1])
            {
                picked[row] = picked[row - 1];
                continue;
            }

            if (!places.TryGetValue(codes[row], out picked[row]))
            {
                picked[row] = places[codes[row]] = texts.Count;
                texts.Add(_texts[(int)codes[row]]);
            }
        }

        return new(texts, picked);
    }

    private void Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            _lastCode = 0;
        else if (!_known.TryGetValue(utf8, out _lastCode))
        {
            _known[utf8] = _lastCode = _texts.Count;
            _texts.Add(Encoding.UTF8.GetString(utf8));
        }

        _last = _known.TryGetValue(utf8, out var bytes, out _) ? bytes : [];
    }

    private sealed class SameBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        // Seeded by the runtime, so that nobody can choose texts that make it slow.
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
