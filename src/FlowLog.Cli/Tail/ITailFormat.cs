using System.Text.Json;

namespace FlowLog.Cli.Tail;

/// <summary>How records are printed that come one by one.</summary>
internal interface ITailFormat
{
    /// <summary>What comes before all records; null if nothing does.</summary>
    string? Head { get; }

    string Line(JsonElement record);
}
