using System.Globalization;

namespace FlowLog.Cli.Output;

/// <summary>How far a file has been read, for a person who waits.</summary>
internal sealed class ReadingProgress(Terminal terminal, TimeProvider time)
{
    private const int BarLength = 20;

    private readonly ProgressLine _line = new(terminal, time);

    /// <param name="count">What has been read of <paramref name="unit"/>.</param>
    /// <param name="position">Bytes of <paramref name="length"/>; 0 of a length that is not known.</param>
    public void Show(string file, long position, long length, long count, string unit = "packets") => _line.Show(() =>
        string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: {Bar(position, length)}{count:N0} {unit}"));

    /// <summary>Takes the line away.</summary>
    public void End() => _line.End();

    private static string Bar(long position, long length)
    {
        if (length <= 0)
            return "";
        var share = Math.Clamp((double)position / length, 0, 1);
        var full = (int)(share * BarLength);
        return string.Create(CultureInfo.InvariantCulture, $"{new string('█', full)}{new string('░', BarLength - full)} {(int)(100 * share)} %, ");
    }
}
