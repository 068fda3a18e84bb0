using System.Globalization;

namespace FlowLog.Benchmarks.Startup;

/// <summary>What /proc says of processes; Linux only.</summary>
internal static class ProcessMemory
{
    /// <summary>The most memory that a process had resident so far, in bytes.</summary>
    public static long Peak(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>The processes that a process has started and that are still there.</summary>
    public static IEnumerable<int> Children(int process) =>
        from folder in Directory.EnumerateDirectories("/proc")
        let number = int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0
        where number != 0 && Parent(folder) == process
        select number;

    /// <summary>The parent's number follows the name, which ends at the last bracket, and the state; 0 if the process has gone.</summary>
    private static int Parent(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            return int.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
