using FlowLog.Chunks;
using FlowLog.Files;

namespace FlowLog.Cli.Packed;

/// <summary>Says where a file of chunks is damaged.</summary>
internal static class PackedDamage
{
    /// <returns>The exit code: a file of which nothing can be read is an error, of another what comes before the damage counts.</returns>
    public static int Report(Terminal terminal, string file, ChunkFileReader reader, ChunkFormatException damage, bool isStrict)
    {
        var place = damage.ColumnId == ChunkFormatException.Header ? "" : $"chunk at byte {reader.Offset}: ";
        if (reader.Position == 0)
            return CommandRun.Complain(terminal, $"{file}: {damage.Message}");
        terminal.Errors.WriteLine($"flowlog: {file}: {place}{damage.Message}; what comes before it counts");
        return isStrict ? ExitCode.Failed : ExitCode.Done;
    }
}
