using System.Text.Json;

namespace FlowLog.Cli.Tail;

/// <summary>Records as the service sends them.</summary>
internal sealed class TailNdjson : ITailFormat
{
    public string? Head => null;

    public string Line(JsonElement record) => record.GetRawText();
}
