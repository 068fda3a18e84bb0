using System.Text;
using FlowLog.Flows;

namespace FlowLog.Imports.Records;

/// <summary>One flow record on its way from a reader to where records are held, used again for each; unset fields are zero or empty.</summary>
public sealed class RecordRow
{
    private readonly long[] _numbers = new long[FlowFields.LargestId + 1];
    private readonly (int Start, int Length)[] _places = new (int, int)[FlowFields.LargestId + 1];
    private byte[] _texts = new byte[256];
    private int _textsEnd;

    /// <summary>A bit for each field, by its number, that is set and not zero or empty.</summary>
    internal ulong Fields { get; private set; }

    internal IpAddress Source { get; private set; }

    internal IpAddress Destination { get; private set; }

    /// <summary>Whether the field is set, and not zero or empty.</summary>
    public bool Has(FlowField field) => (Fields & (1UL << field.Id)) != 0;

    public void Clear()
    {
        for (var left = Fields; left != 0; left &= left - 1)
        {
            var id = System.Numerics.BitOperations.TrailingZeroCount(left);
            (_numbers[id], _places[id]) = (0, default);
        }

        (Fields, _textsEnd, Source, Destination) = (0, 0, default, default);
    }

    /// <param name="field">Of kind number or name.</param>
    public void Set(FlowField field, long number)
    {
        _numbers[field.Id] = number;
        Mark(field.Id, number != 0);
    }

    public void Set(FlowField field, IpAddress address)
    {
        if (field.Id == FlowFields.Source.Id)
            Source = address;
        else
            Destination = address;
        Mark(field.Id, address != IpAddress.None);
    }

    /// <param name="utf8">Copied.</param>
    public void Set(FlowField field, ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        Place(field, utf8.Length);
    }

    public void Set(FlowField field, string text) =>
        Place(field, Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length))));

    internal long Number(int id) => _numbers[id];

    internal ReadOnlySpan<byte> Text(int id) => _texts.AsSpan(_places[id].Start, _places[id].Length);

    private void Mark(int id, bool isSet) => Fields = isSet ? Fields | (1UL << id) : Fields & ~(1UL << id);

    private void Place(FlowField field, int length)
    {
        _places[field.Id] = (_textsEnd, length);
        _textsEnd += length;
        Mark(field.Id, length > 0);
    }

    private Span<byte> Room(int count)
    {
        if (_texts.Length - _textsEnd < count)
            Array.Resize(ref _texts, Math.Max(_texts.Length * 2, _textsEnd + count));
        return _texts.AsSpan(_textsEnd);
    }
}
