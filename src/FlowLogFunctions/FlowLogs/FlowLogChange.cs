using System.Text.Json;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.FlowLogs;

/// <summary>A message: a flow log is in a passing state and is to be settled. Written as JSON, its kind and version first.</summary>
/// <param name="TraceParent">The call that asks for it, as W3C writes it; null if nobody traces. A text that is none is left aside.</param>
internal sealed record FlowLogChange(string AccountId, string Region, string FlowLogId, string? TraceParent = null)
{
    private const string Kind = "flowLogChange";
    private const int Version = 1;

    private sealed record Wire(string? Kind, int Version, string? AccountId, string? Region, string? FlowLogId, string? TraceParent);

    public Scope Scope => new(AccountId, Region);

    public BinaryData Write() => new(JsonSerializer.SerializeToUtf8Bytes(new Wire(Kind, Version, AccountId, Region, FlowLogId, TraceParent), Json.Options));

    /// <exception cref="FlowLogChangeException">It is no such message, or of a version that is not known here.</exception>
    public static FlowLogChange Read(ReadOnlySpan<byte> message)
    {
        Wire? wire;
        try
        {
            wire = JsonSerializer.Deserialize<Wire>(message, Json.Options);
        }
        catch (JsonException fault)
        {
            throw new FlowLogChangeException("The message is no JSON of a flow log's change.", fault);
        }

        return wire is { Kind: Kind, Version: Version, AccountId: { Length: > 0 } account, Region: { Length: > 0 } region, FlowLogId: { } id }
            ? new FlowLogChange(account, region, id, wire.TraceParent)
            : throw new FlowLogChangeException($"The message is no flow log's change of version {Version}.", null);
    }
}

/// <summary>A queue message that is no change of a flow log.</summary>
internal sealed class FlowLogChangeException(string message, Exception? inner) : Exception(message, inner);
