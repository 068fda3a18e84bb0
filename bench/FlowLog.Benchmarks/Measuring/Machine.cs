using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using FlowLogFunctions.Testing;

namespace FlowLog.Benchmarks.Measuring;

/// <summary>What figures depend on besides the code, and which code it was.</summary>
internal static class Machine
{
    private const double Gibibyte = 1024.0 * 1024 * 1024;

    /// <summary>The head of a verb's report.</summary>
    public static void Write(TextWriter output, string verb)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gibibyte;
        output.WriteLine($"## {verb}");
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, commit {Commit()}; {Environment.ProcessorCount} cores of {Processor()}, {memory:0.0} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}{Load()}."));
        output.WriteLine();
        output.Flush();
    }

    private static string Processor() => FirstLine("/proc/cpuinfo", "model name") is { } line
        ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
        : RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>What else the machine was doing when the figures were taken.</summary>
    private static string Load() => FirstLine("/proc/loadavg", "") is { } line ? $", load before {line.Split(' ')[0]}" : "";

    /// <summary>The commit that is checked out, and whether files differ from it; the results themselves do not count.</summary>
    private static string Commit()
    {
        if (Git("rev-parse", "--short=12", "HEAD") is not { Length: > 0 } commit)
            return "unknown";
        return Git("diff", "--name-only", "HEAD", "--", ".", ":(exclude)bench/RESULTS.md") is "" ? commit : commit + " with changes";
    }

    private static string? Git(params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output.Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string? FirstLine(string file, string start) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) : null;
}
