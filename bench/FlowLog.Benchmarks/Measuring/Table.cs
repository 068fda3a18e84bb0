namespace FlowLog.Benchmarks.Measuring;

/// <summary>A Markdown table that reads well on a terminal too: texts to the left, figures to the right.</summary>
/// <param name="heads">The first column's head is for texts, the others are for figures.</param>
internal sealed class Table(params string[] heads)
{
    private readonly List<string[]> _rows = [];

    /// <param name="cells">As many as there are heads.</param>
    public void Add(params string[] cells) => _rows.Add(cells.Length == heads.Length
        ? cells
        : throw new ArgumentException($"{cells.Length} cells under {heads.Length} heads.", nameof(cells)));

    public void Write(TextWriter output)
    {
        int[] widths = [.. heads.Select((head, column) => _rows.Select(row => row[column]).Append(head).Max(cell => cell.Length))];
        output.WriteLine(Line(heads, widths));
        output.WriteLine(Line([.. widths.Select((width, column) => column == 0 ? new string('-', width) : new string('-', width - 1) + ":")], widths));
        foreach (var row in _rows)
            output.WriteLine(Line(row, widths));
        output.WriteLine();
    }

    private static string Line(string[] cells, int[] widths) =>
        "| " + string.Join(" | ", cells.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))) + " |";
}
