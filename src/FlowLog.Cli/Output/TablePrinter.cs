using System.Text;
using FlowLog.Cli.Records;
using FlowLog.Printing;
using Spectre.Console;

namespace FlowLog.Cli.Output;

/// <summary>Prints rows as a table for people, when all are there: numbers to the right.</summary>
internal sealed class TablePrinter(TextWriter output, IReadOnlyList<RecordColumn> columns) : IRowSink
{
    private readonly List<string[]> _rows = [];

    public Task PrintAsync(IEnumerable<FlowRow> rows, CancellationToken cancellation)
    {
        var text = new Utf8Text();
        foreach (var row in rows)
            _rows.Add([.. columns.Select(column => TextOf(text, column, row))]);
        return Task.CompletedTask;
    }

    public Task EndAsync(CancellationToken cancellation)
    {
        Tables.Print(output, [.. columns.Select(column => (column.Name, !column.IsText))], _rows);
        return Task.CompletedTask;
    }

    private static string TextOf(Utf8Text text, RecordColumn column, in FlowRow row)
    {
        text.Clear();
        column.Write(text, row);
        return Encoding.UTF8.GetString(text.Bytes.Span);
    }
}
