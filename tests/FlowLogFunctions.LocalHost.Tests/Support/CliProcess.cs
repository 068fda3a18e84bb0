using System.Diagnostics;
using System.Globalization;

namespace FlowLogFunctions.LocalHost.Tests.Support;

/// <summary>The built command line as a process of its own, with a home of its own.</summary>
internal static class CliProcess
{
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string home, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FlowLog.Cli.dll"), .. arguments])
        {
            WorkingDirectory = home,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("FLOWLOG_", true, CultureInfo.InvariantCulture)).ToList())
            start.Environment.Remove(name);
        start.Environment["XDG_CONFIG_HOME"] = home;
        using var process = Process.Start(start)!;
        using var source = new CancellationTokenSource(Patience.Longest);
        await process.StandardInput.WriteAsync(input.AsMemory(), source.Token);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(source.Token), process.StandardError.ReadToEndAsync(source.Token));
        await process.WaitForExitAsync(source.Token);
        return (process.ExitCode, await output, await errors);
    }
}
