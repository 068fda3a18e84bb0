using System.Globalization;
using FlowLog.Cli.Output;

namespace FlowLog.Cli.Export;

/// <summary>How far an export has come: nobody knows how long it will be.</summary>
internal sealed class ExportProgress(Terminal terminal, string file)
{
    private const double Megabyte = 1_000_000;

    private readonly ProgressLine _line = new(terminal, terminal.Time);
    private readonly long _start = terminal.Time.GetTimestamp();
    private (long Bytes, long Records) _now;

    /// <summary>When it is over: what it came to.</summary>
    public string Total => Text($"{_now.Records:N0} records, {_now.Bytes:N0} bytes in {Seconds:0.0} s");

    private double Seconds => terminal.Time.GetElapsedTime(_start).TotalSeconds;

    public void Show(long bytes, long records)
    {
        _now = (bytes, records);
        _line.Show(() => Text(
            $"{Path.GetFileName(file)}: {_now.Records:N0} records, {_now.Bytes / Megabyte:N1} MB, {_now.Records / Seconds:N0} records and {_now.Bytes / Megabyte / Seconds:N1} MB a second"));
    }

    public void End() => _line.End();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
