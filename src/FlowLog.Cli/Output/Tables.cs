using Spectre.Console;

namespace FlowLog.Cli.Output;

/// <summary>Tables for people.</summary>
internal static class Tables
{
    /// <summary>Wide enough for any row: a line that is cut or folded cannot be searched.</summary>
    private const int Width = 4096;

    /// <param name="columns">Names, and whether they hold numbers.</param>
    public static void Print(TextWriter output, IReadOnlyList<(string Name, bool IsNumber)> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (name, isNumber) in columns)
            table.AddColumn(new TableColumn(new Text(name)) { Alignment = isNumber ? Justify.Right : Justify.Left, NoWrap = true });
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(Visible.Of(cell))));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Width;
        console.Write(table);
    }
}
