using FlowLog.Chunks;
using FlowLog.Scan;

namespace FlowLog.Query.Grouping;

/// <summary>Puts the rows of one thread into groups.</summary>
internal sealed class GroupWorker<TKey>
    where TKey : unmanaged, IKeyBits<TKey>
{
    /// <summary>Groups of a table that stays near to the processor.</summary>
    private const int MostNear = 1 << 15;

    /// <summary>Rows of a group, below which looking for groups is not worth its time.</summary>
    private const double RowsWorthIt = 1.3;

    private readonly GroupShape _shape;
    private readonly IReadOnlyList<KeyNumbers> _keys;
    private readonly KeyLayout _layout;
    private readonly Action<int> _onSpill;
    private readonly uint[][] _numbers;
    private readonly int[] _groups = new int[ChunkScan.StepRows];
    private readonly TKey[] _bits = new TKey[ChunkScan.StepRows];
    private readonly List<SpilledGroups<TKey>> _spilled = [];
    private GroupReader? _reader;
    private ChunkReader? _chunk;
    private long _rows;
    private bool _isEachItsOwn;

    /// <param name="onSpill">Told how many groups were put aside.</param>
    public GroupWorker(GroupShape shape, IReadOnlyList<KeyNumbers> keys, KeyLayout layout, Action<int> onSpill)
    {
        (_shape, _keys, _layout, _onSpill) = (shape, keys, layout, onSpill);
        _numbers = [.. keys.Select(_ => new uint[ChunkScan.StepRows])];
        Dense = DenseGroups.TryCreate(shape, keys);
        Hashed = Dense is null ? new(shape, layout) : null;
    }

    /// <summary>The groups as long as they are few; else null.</summary>
    public DenseGroups? Dense { get; private set; }

    /// <summary>The groups that are not put aside; null as long as they are dense.</summary>
    public HashGroups<TKey>? Hashed { get; private set; }

    public IReadOnlyList<SpilledGroups<TKey>> Spilled => _spilled;

    /// <summary>Begins with the chunks of a selection.</summary>
    public void Begin(GroupReader reader) => (_reader, _chunk) = (reader, null);

    /// <summary>Adds the rows of a step.</summary>
    /// <exception cref="OverflowException">A sum beyond 64 bits.</exception>
    public void Add(ChunkScan scan)
    {
        var reader = _reader!;
        if (!ReferenceEquals(scan.Reader, _chunk))
        {
            _chunk = scan.Reader;
            reader.Open(_chunk);
        }

        var groups = _groups.AsSpan(0, scan.Count);
        reader.Read(scan, _numbers);
        if (Dense is { } dense && !dense.TryFit(_keys))
            (Hashed, Dense) = (HashOf(dense), null);
        if (Dense is not null)
            Dense.Find(_numbers, groups);
        else
            FindHashed(groups);
        (Dense?.Sums ?? Hashed!.Sums).Add(groups, reader.Values, reader.Absent, reader.CanBeAbsent);
    }

    /// <summary>Puts all groups aside, to be put together with those of others.</summary>
    public void SpillAll()
    {
        Hashed ??= HashOf(Dense!);
        Dense = null;
        if (Hashed.Count > 0)
            Spill(Hashed);
    }

    private void FindHashed(Span<int> groups)
    {
        if (Hashed!.Count > MostNear - ChunkScan.StepRows)
            Spill(Hashed);
        _rows += groups.Length;
        var bits = _bits.AsSpan(0, groups.Length);
        _layout.Pack(_numbers, bits);
        if (_isEachItsOwn)
            Hashed.Append(bits, groups);
        else
            Hashed.Find(bits, groups);
    }

    private void Spill(HashGroups<TKey> groups)
    {
        _onSpill(groups.Count);
        _spilled.Add(new(_shape, groups));
        _isEachItsOwn = _rows < groups.Count * RowsWorthIt;
        _rows = 0;
        groups.Clear();
    }

    private HashGroups<TKey> HashOf(DenseGroups dense)
    {
        var hashed = new HashGroups<TKey>(_shape, _layout);
        hashed.Add(dense);
        return hashed;
    }
}
