using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Grouping;

/// <summary>Reads what a selection groups by and adds up, for one thread.</summary>
internal sealed class GroupReader
{
    private readonly GroupSelection _selection;
    private readonly KeyReader[] _keys;
    private bool _isAllTraffic;

    public GroupReader(GroupSelection selection, IReadOnlyList<KeyNumbers> keys)
    {
        _selection = selection;
        _keys = [.. selection.Keys.Select((key, place) => keys[place].Read(key))];
        _present = [.. selection.Values.Select(_ => new long[ChunkScan.StepRows])];
        Values = [.. _present];
        CanBeAbsent = [.. selection.Values.Select(value => value.OfTraffic)];
        Statuses = new long[ChunkScan.StepRows];
    }

    /// <summary>A column a value; 0 where a row has none. Valid until the next step.</summary>
    public long[][] Values { get; }

    /// <summary>Whether a value may be absent from a row.</summary>
    public bool[] CanBeAbsent { get; }

    /// <summary>Not 0 for each row without the fields of traffic; empty if all have them.</summary>
    public ReadOnlySpan<long> Absent => Statuses.AsSpan(0, _absent);

    private long[] Statuses { get; }

    private readonly long[][] _present;

    private int _absent;

    /// <summary>What a scan has to read for it.</summary>
    public static IEnumerable<FlowField> FieldsOf(GroupSelection selection)
    {
        var fields = selection.Keys.Select(key => key.Field).Concat(selection.Values).ToList();
        return fields.Any(field => field.OfTraffic) ? fields.Append(FlowFields.Status) : fields;
    }

    public void Open(ChunkReader chunk)
    {
        foreach (var key in _keys)
            key.Open(chunk);
        _isAllTraffic = chunk.Range(FlowFields.Status) is { Minimum: (long)LogStatus.Ok, Maximum: (long)LogStatus.Ok };
    }

    /// <summary>Reads a step's rows.</summary>
    /// <param name="numbers">Filled with a column a key.</param>
    public void Read(ChunkScan scan, uint[][] numbers)
    {
        _absent = _isAllTraffic ? 0 : scan.Count;
        if (!_isAllTraffic)
            scan.Numbers(FlowFields.Status).CopyTo(Statuses);
        for (var key = 0; key < _keys.Length; key++)
            _keys[key].Read(scan, Absent, numbers[key].AsSpan(0, scan.Count));
        for (var value = 0; value < Values.Length; value++)
            ReadValue(scan, value);
    }

    private void ReadValue(ChunkScan scan, int value)
    {
        var numbers = scan.NumberBuffer(_selection.Values[value]);
        if (_absent == 0 || !CanBeAbsent[value])
        {
            Values[value] = numbers;
            return;
        }

        var present = Values[value] = _present[value];
        for (var row = 0; row < _absent; row++)
            present[row] = Statuses[row] == 0 ? numbers[row] : 0;
    }
}
