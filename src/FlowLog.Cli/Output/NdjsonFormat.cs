using FlowLog.Cli.Records;
using FlowLog.Printing;

namespace FlowLog.Cli.Output;

/// <summary>A JSON object a line: numbers as numbers, the rest as texts.</summary>
internal sealed class NdjsonFormat : IRowFormat
{
    public void Head(Utf8Text text, IReadOnlyList<RecordColumn> columns)
    {
    }

    public void Row(Utf8Text text, IReadOnlyList<RecordColumn> columns, in FlowRow row)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            text.Add(i == 0 ? "{\""u8 : ",\""u8).Add(columns[i].Name).Add(columns[i].IsText ? "\":\""u8 : "\":"u8);
            if (columns[i].Free is { } free)
                text.Add(FreeText.Json(free(row)));
            else
                columns[i].Write(text, row);
            if (columns[i].IsText)
                text.Letter((byte)'"');
        }

        text.Add("}\n"u8);
    }
}
