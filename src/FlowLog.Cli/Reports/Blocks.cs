namespace FlowLog.Cli.Reports;

/// <summary>Charts drawn with block characters.</summary>
internal static class Blocks
{
    private const string Heights = "▁▂▃▄▅▆▇█";

    /// <summary>Eighths of a block's width.</summary>
    private const string Widths = "▏▎▍▌▋▊▉█";

    /// <summary>A horizontal bar, to an eighth of a letter; what is more than nothing is to be seen.</summary>
    /// <param name="greatest">The value whose bar is <paramref name="width"/> letters long.</param>
    public static string Bar(double value, double greatest, int width)
    {
        if (!(value > 0) || !(greatest > 0))
            return "";
        var eighths = Math.Clamp((int)Math.Round(value / greatest * width * Widths.Length), 1, width * Widths.Length);
        var (full, rest) = Math.DivRem(eighths, Widths.Length);
        return new string(Widths[^1], full) + (rest > 0 ? Widths[rest - 1] : "");
    }

    /// <summary>A line of columns, a value each, the greatest of full height; a blank where there is nothing.</summary>
    public static string Sparkline(IReadOnlyList<double> values)
    {
        var greatest = values.DefaultIfEmpty().Max();
        return string.Concat(values.Select(value => value > 0
            ? Heights[Math.Clamp((int)Math.Ceiling(value / greatest * Heights.Length) - 1, 0, Heights.Length - 1)]
            : ' '));
    }
}
