using FlowLog.Flows;

namespace FlowLog.Printing;

/// <summary>One column of a chunk as it is printed: what does not apply to a record, and what it does not say, shows a hyphen.</summary>
internal sealed class RecordCells
{
    private readonly FlowField _field;
    private readonly FlowColumns _rows;
    private readonly bool _isJson;
    private readonly byte[] _none;

    /// <summary>By code or number; made when they are needed, as a page shows few rows of a chunk.</summary>
    private readonly byte[]?[] _texts;
    private readonly bool _hasSome;

    /// <param name="isJson">Whether texts stand in quotes, and numbers alone do not.</param>
    public RecordCells(FlowField field, FlowColumns rows, bool isJson)
    {
        (_field, _rows, _isJson, _none) = (field, rows, isJson, Printed("-", isJson));
        _hasSome = field.OfTraffic && rows.Has(FlowFields.Status) && rows.Numbers(FlowFields.Status).ContainsAnyExcept((long)LogStatus.Ok);
        _texts = field.Kind switch
        {
            FieldKind.Text => new byte[rows.Has(field) ? rows.Texts(field).Values.Count : 1][],
            FieldKind.Name => new byte[field.Names.Count][],
            _ => [],
        };
        Always = rows.Count > 0 && IsConstant() ? First() : null;
    }

    /// <summary>What all rows show; null if they differ.</summary>
    public byte[]? Always { get; }

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
                text.Add((ulong)number < (ulong)_texts.Length ? _texts[number] ??= Printed(_field.Names[(int)number], _isJson) : _none);
                break;
            case FieldKind.Address:
                Address(text, row);
                break;
            default:
                var code = _rows.Texts(_field).Codes[row];
                text.Add(_texts[code] ??= _rows.Texts(_field).Values[code] is { Length: > 0 } value ? Printed(value, _isJson) : _none);
                break;
        }
    }

    private bool IsConstant() => !_hasSome && _field.Kind switch
    {
        _ when !_rows.Has(_field) => _field != FlowFields.Type || !_rows.Has(FlowFields.Source),
        FieldKind.Text => !_rows.Texts(_field).Codes.ContainsAnyExcept(_rows.Texts(_field).Codes[0]),
        FieldKind.Address => false,
        _ => !_rows.Numbers(_field).ContainsAnyExcept(_rows.Numbers(_field)[0]),
    };

    private byte[] First()
    {
        var text = new Utf8Text(64);
        Write(text, 0);
        return text.Bytes.ToArray();
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
