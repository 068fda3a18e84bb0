using FlowLog.Cli.Output;
using FlowLog.Flows;

namespace FlowLog.Cli.Packed;

/// <summary>Rows of a chunk in a program's format.</summary>
internal sealed class PackedText
{
    private readonly PackedCells[] _cells;
    private readonly byte[][] _before;
    private readonly byte[] _after;

    public PackedText(IReadOnlyList<FlowField> fields, FlowColumns rows, OutputFormat format)
    {
        var isJson = format == OutputFormat.Ndjson;
        _cells = [.. fields.Select(field => new PackedCells(field, rows, isJson))];
        _before = [.. fields.Select((field, place) => Before(field.Name, place, isJson))];
        _after = isJson ? "}\n"u8.ToArray() : "\n"u8.ToArray();
    }

    public static void Head(Utf8Text text, IReadOnlyList<FlowField> fields, OutputFormat format)
    {
        if (format == OutputFormat.Csv)
            text.Add(string.Join(',', fields.Select(field => field.Name))).Letter((byte)'\n');
    }

    public void Write(Utf8Text text, int row)
    {
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            text.Add(_before[cell]);
            _cells[cell].Write(text, row);
        }

        text.Add(_after);
    }

    /// <summary>Each cell by itself, for a table.</summary>
    public string[] Cells(Utf8Text text, int row) => [.. _cells.Select(cell =>
    {
        text.Clear();
        cell.Write(text, row);
        return System.Text.Encoding.UTF8.GetString(text.Bytes.Span);
    })];

    private static byte[] Before(string name, int place, bool isJson) => isJson
        ? [.. place == 0 ? "{\""u8 : ",\""u8, .. System.Text.Encoding.UTF8.GetBytes(name), .. "\":"u8]
        : place == 0 ? [] : [(byte)','];
}
