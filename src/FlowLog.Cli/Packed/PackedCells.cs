using FlowLog.Cli.Output;
using FlowLog.Flows;

namespace FlowLog.Cli.Packed;

/// <summary>One column of a chunk as it is printed, as the service prints it: what does not apply to a record shows a hyphen.</summary>
internal sealed class PackedCells
{
    private readonly FlowField _field;
    private readonly FlowColumns _rows;
    private readonly bool _isJson;
    private readonly byte[] _none;
    private readonly byte[][] _texts;
    private readonly bool _hasSome;

    /// <param name="isJson">Whether texts stand in quotes, and numbers alone do not.</param>
    public PackedCells(FlowField field, FlowColumns rows, bool isJson)
    {
        (_field, _rows, _isJson, _none) = (field, rows, isJson, Printed("-", isJson));
        _hasSome = field.OfTraffic && rows.Numbers(FlowFields.Status).ContainsAnyExcept((long)LogStatus.Ok);
        _texts = field.Kind switch
        {
            FieldKind.Text => [.. rows.Texts(field).Values.Select(text => Printed(text.Length == 0 ? "-" : text, isJson))],
            FieldKind.Name => [.. field.Names.Select(name => Printed(name, isJson))],
            _ => [],
        };
    }

    public void Write(Utf8Text text, int row)
    {
        if (_hasSome && _rows.Numbers(FlowFields.Status)[row] != (long)LogStatus.Ok)
        {
            text.Add(_none);
            return;
        }

        switch (_field.Kind)
        {
            case FieldKind.Number:
                text.Add(_rows.Numbers(_field)[row]);
                break;
            case FieldKind.Name:
                var number = NumberOf(row);
                text.Add((ulong)number < (ulong)_texts.Length ? _texts[number] : _none);
                break;
            case FieldKind.Address:
                Address(text, row);
                break;
            default:
                text.Add(_texts[_rows.Texts(_field).Codes[row]]);
                break;
        }
    }

    /// <summary>Records that come from elsewhere do not say the family; their addresses do.</summary>
    private long NumberOf(int row) => _field == FlowFields.Type && !_rows.Has(_field)
        ? _rows.Addresses(FlowFields.Source)[row].IsIPv6 ? 1 : 0
        : _rows.Numbers(_field)[row];

    private void Address(Utf8Text text, int row)
    {
        if (_isJson)
            text.Letter((byte)'"');
        text.Add(_rows.Addresses(_field)[row]);
        if (_isJson)
            text.Letter((byte)'"');
    }

    private static byte[] Printed(string text, bool isJson) =>
        isJson ? [(byte)'"', .. FreeText.Json(text), (byte)'"'] : FreeText.Csv(text);
}
