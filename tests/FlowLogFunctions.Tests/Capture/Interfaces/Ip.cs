using System.Diagnostics;

namespace FlowLogFunctions.Tests.Capture.Interfaces;

/// <summary>The command ip of iproute2.</summary>
internal static class Ip
{
    /// <exception cref="InvalidOperationException">It failed; the message has what it said.</exception>
    public static string Run(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"ip {arguments}: {errors.Result}");
    }
}
