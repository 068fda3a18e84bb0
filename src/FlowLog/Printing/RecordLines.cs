using System.Text;
using FlowLog.Flows;

namespace FlowLog.Printing;

/// <summary>Records of a chunk in a program's format. Any number of threads may write rows of it, each to a text of its own.</summary>
public sealed class RecordLines
{
    private readonly RecordCells[] _cells;
    private readonly List<(byte[] Before, RecordCells Cells)> _varying = [];
    private readonly byte[] _after;

    public RecordLines(IReadOnlyList<FlowField> fields, FlowColumns rows, LineFormat format)
    {
        _cells = [.. fields.Select(field => new RecordCells(field, rows, format.IsJson))];
        var before = new List<byte>();
        for (var place = 0; place < _cells.Length; place++)
        {
            before.AddRange(Before(fields[place].Name, place, format.IsJson));
            if (_cells[place].Always is { } always)
            {
                before.AddRange(always);
                continue;
            }

            _varying.Add(([.. before], _cells[place]));
            before.Clear();
        }

        _after = [.. before, .. format.IsJson ? "}"u8 : [], .. Encoding.UTF8.GetBytes(format.End)];
    }

    /// <summary>What comes before all records: in CSV a line of names.</summary>
    public static void Head(Utf8Text text, IReadOnlyList<FlowField> fields, LineFormat format)
    {
        if (!format.IsJson)
            text.Add(string.Join(',', fields.Select(field => field.Name))).Add(format.End);
    }

    public void Write(Utf8Text text, int row)
    {
        foreach (var (before, cells) in _varying)
        {
            text.Add(before);
            cells.Write(text, row);
        }

        text.Add(_after);
    }

    /// <summary>Each value by itself, for a table.</summary>
    public string[] Cells(Utf8Text text, int row) => [.. _cells.Select(cell =>
    {
        text.Clear();
        cell.Write(text, row);
        return Encoding.UTF8.GetString(text.Bytes.Span);
    })];

    private static byte[] Before(string name, int place, bool isJson) => isJson
        ? [.. place == 0 ? "{\""u8 : ",\""u8, .. Encoding.UTF8.GetBytes(name), .. "\":"u8]
        : place == 0 ? [] : [(byte)','];
}
