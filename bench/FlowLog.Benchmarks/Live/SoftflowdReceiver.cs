using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FlowLog.Benchmarks.Live;

/// <summary>softflowd on the same interface, with room for all flows and a buffer as large as the service's ring.</summary>
internal sealed partial class SoftflowdReceiver : ILiveReceiver
{
    private readonly string _folder = Directory.CreateTempSubdirectory("softflowd").FullName;
    private readonly Process _process;

    public SoftflowdReceiver(LiveHosts hosts)
    {
        _process = Process.Start(new ProcessStartInfo("ip",
        [
            "netns", "exec", hosts.Receiver.Name, "softflowd", "-i", LiveHosts.Interface, "-d", "-n", "127.0.0.1:9", "-v", "9", "-m", "100000",
            "-B", "33554432", "-p", Path.Combine(_folder, "pid"), "-c", Socket,
        ])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        for (var tries = 0; !File.Exists(Socket); tries++)
        {
            if (_process.HasExited || tries > 500)
                throw new InvalidOperationException("softflowd does not start: " + _process.StandardError.ReadToEnd());
            Thread.Sleep(10);
        }
    }

    public string Name => "softflowd";

    private string Socket => Path.Combine(_folder, "ctl");

    /// <summary>True if it is installed.</summary>
    public static bool IsThere()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("softflowctl", "-h") { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    public (long Taken, long Dropped, double Busy) Counts(double others)
    {
        using var control = Process.Start(new ProcessStartInfo("softflowctl", ["-c", Socket, "statistics"]) { RedirectStandardOutput = true })!;
        var text = control.StandardOutput.ReadToEnd();
        control.WaitForExit();
        _process.Refresh();
        return (Number(Processed(), text), Number(DroppedByLibrary(), text), _process.TotalProcessorTime.TotalSeconds);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static long Number(Regex where, string text) => where.Match(text) is { Success: true } match
        ? long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        : throw new InvalidOperationException("softflowctl says something else: " + text);

    [GeneratedRegex(@"Packets processed: (\d+)")]
    private static partial Regex Processed();

    [GeneratedRegex(@"Packets dropped by libpcap: (\d+)")]
    private static partial Regex DroppedByLibrary();
}
