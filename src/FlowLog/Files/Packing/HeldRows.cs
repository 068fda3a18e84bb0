using System.Numerics;
using FlowLog.Flows;
using FlowLog.Imports.Records;

namespace FlowLog.Files.Packing;

/// <summary>
/// Rows in memory, in the order they came, until it is known which lie in one chunk: about 45 bytes a row with the fields of AWS's
/// default format. A field that no row had yet takes none.
/// </summary>
internal sealed class HeldRows
{
    private static readonly FlowField?[] Fields = [.. Enumerable.Range(0, FlowFields.LargestId + 1).Select(id => FlowFields.All.FirstOrDefault(field => field.Id == id))];

    private readonly HeldNumbers?[] _numbers = new HeldNumbers?[FlowFields.LargestId + 1];
    private readonly HeldTexts?[] _texts = new HeldTexts?[FlowFields.LargestId + 1];
    private readonly HeldAddresses?[] _addresses = new HeldAddresses?[FlowFields.LargestId + 1];
    private ulong _fields;

    public int Count { get; private set; }

    public HeldNumbers? Numbers(FlowField field) => _numbers[field.Id];

    public HeldTexts? Texts(FlowField field) => _texts[field.Id];

    public void Add(RecordRow row)
    {
        for (var left = row.Fields & ~_fields; left != 0; left &= left - 1)
            Begin(Fields[BitOperations.TrailingZeroCount(left)]!);
        for (var left = _fields; left != 0; left &= left - 1)
        {
            var id = BitOperations.TrailingZeroCount(left);
            if (_numbers[id] is { } numbers)
                numbers.Add(row.Number(id));
            else if (_texts[id] is { } texts)
                texts.Add(row.Text(id));
            else
                _addresses[id]!.Add(id == FlowFields.Source.Id ? row.Source : row.Destination);
        }

        Count++;
    }

    /// <summary>These rows as columns.</summary>
    public FlowColumns Pick(ReadOnlySpan<int> rows)
    {
        var picked = new FlowColumns(rows.Length);
        for (var left = _fields; left != 0; left &= left - 1)
        {
            var field = Fields[BitOperations.TrailingZeroCount(left)]!;
            if (_numbers[field.Id] is { } numbers)
                picked.Set(field, numbers.Pick(rows));
            else if (_texts[field.Id] is { } texts)
                picked.Set(field, texts.Pick(rows));
            else
                picked.Set(field, _addresses[field.Id]!.Pick(rows));
        }

        return picked;
    }

    private void Begin(FlowField field)
    {
        _fields |= 1UL << field.Id;
        if (field.Kind == FieldKind.Text)
            _texts[field.Id] = new(Count);
        else if (field.Kind == FieldKind.Address)
            _addresses[field.Id] = new(Count);
        else
            _numbers[field.Id] = new(Count);
    }
}
