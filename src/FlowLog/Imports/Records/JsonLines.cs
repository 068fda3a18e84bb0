using System.Text;
using System.Text.Json;

namespace FlowLog.Imports.Records;

/// <summary>A JSON object a line.</summary>
internal sealed class JsonLines
{
    private const int MaxNames = 256;

    private readonly List<(byte[] Name, RecordColumn Column)> _names = [];
    private byte[] _scratch = [];

    public void Read(ReadOnlySpan<byte> line, RecordLine record)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                record.Fail("", "a JSON object expected");
            for (var place = 0; record.Problem is null && json.Read() && json.TokenType == JsonTokenType.PropertyName; place++)
                Take(ref json, ColumnOf(json, place), record);
            if (record.Problem is null && json.Read())
                record.Fail("", "one JSON object expected");
        }
        catch (JsonException fault)
        {
            record.Fail("", $"a JSON object expected; at byte {fault.BytePositionInLine} it is none");
        }
    }

    private void Take(ref Utf8JsonReader json, RecordColumn column, RecordLine record)
    {
        json.Read();
        if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.True or JsonTokenType.False)
        {
            if (column.Field is not null)
                record.Fail(column.Name, "a number or a text expected");
            json.Skip();
        }
        else if (json.TokenType == JsonTokenType.String && json.ValueIsEscaped)
        {
            if (!TryUnescape(ref json, out var length))
                record.Fail(column.Name, "a well-formed text expected");
            else
                record.Take(column, _scratch.AsSpan(0, length));
        }
        else if (json.TokenType != JsonTokenType.Null)
        {
            record.Take(column, json.ValueSpan);
        }
    }

    /// <summary>Lines mostly have the same names in the same order.</summary>
    private RecordColumn ColumnOf(in Utf8JsonReader json, int place)
    {
        if (place < _names.Count && json.ValueTextEquals(_names[place].Name))
            return _names[place].Column;
        foreach (var (name, column) in _names)
        {
            if (json.ValueTextEquals(name))
                return column;
        }

        var found = RecordHeader.Of(Encoding.UTF8.GetString(json.ValueSpan));
        if (_names.Count < MaxNames && !json.ValueIsEscaped)
            _names.Add((json.ValueSpan.ToArray(), found));
        return found;
    }

    /// <summary>To the scratch bytes; false for halves of surrogate pairs and for what is not UTF-8.</summary>
    private bool TryUnescape(ref Utf8JsonReader json, out int length)
    {
        if (_scratch.Length < json.ValueSpan.Length)
            _scratch = new byte[json.ValueSpan.Length];
        try
        {
            length = json.CopyString(_scratch);
            return true;
        }
        catch (InvalidOperationException)
        {
            length = 0;
            return false;
        }
    }
}
