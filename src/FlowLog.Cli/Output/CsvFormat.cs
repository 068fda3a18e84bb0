using FlowLog.Cli.Records;
using FlowLog.Printing;

namespace FlowLog.Cli.Output;

/// <summary>Comma-separated values with a line of names first. By RFC 4180, but for the ends of its lines.</summary>
internal sealed class CsvFormat : IRowFormat
{
    public void Head(Utf8Text text, IReadOnlyList<RecordColumn> columns) =>
        text.Add(string.Join(',', columns.Select(column => column.Name))).Letter((byte)'\n');

    public void Row(Utf8Text text, IReadOnlyList<RecordColumn> columns, in FlowRow row)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (i > 0)
                text.Letter((byte)',');
            if (columns[i].Free is { } free)
                text.Add(FreeText.Csv(free(row)));
            else
                columns[i].Write(text, row);
        }

        text.Letter((byte)'\n');
    }
}
