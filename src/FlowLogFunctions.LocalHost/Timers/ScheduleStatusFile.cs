using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.LocalHost.Timers;

/// <summary>A timer's last and next occurrence, kept over restarts so that a missed one is noticed.</summary>
internal sealed class ScheduleStatusFile(string path)
{
    public static ScheduleStatusFile For(string dataFolder, string function) => new(Path.Combine(dataFolder, "timers", function + ".json"));

    /// <summary>Null if there is none, or none that can be read: then nothing is known to be missed.</summary>
    public ScheduleStatus? Read()
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<ScheduleStatus>(File.ReadAllBytes(path)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Replaces the file whole, so that a crash leaves the old or the new.</summary>
    public void Write(ScheduleStatus status)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path + ".new", JsonSerializer.SerializeToUtf8Bytes(status));
        File.Move(path + ".new", path, overwrite: true);
    }
}
