using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Capture;

/// <summary>A capture file as the API shows it, with how far it has been read.</summary>
/// <param name="Status">waiting, reading, done or damaged.</param>
/// <param name="Packets">Packets that made flows so far.</param>
/// <param name="SkippedPackets">Packets that made none, by reason.</param>
/// <param name="Damage">What stopped the reading early; what precedes it counts.</param>
internal sealed record CaptureFileView(
    string Name, long Bytes, DateTimeOffset ReceivedAt, bool Shifted, string Status, long Packets,
    IReadOnlyDictionary<string, long> SkippedPackets, DateTimeOffset? NextPacketAt, string? Damage)
{
    public static CaptureFileView Of(CaptureFile file, FilePosition? position)
    {
        var read = position?.ETag == file.ETag ? position : new FilePosition { ETag = file.ETag };
        var next = read.NextTime is { } time ? DateTimeOffset.FromUnixTimeSeconds(time) : (DateTimeOffset?)null;
        return new(file.Name, file.Bytes, file.ReceivedAt, file.StartAt is not null, StatusOf(read), read.Packets, read.Skipped, next, read.Damage);
    }

    private static string StatusOf(FilePosition read) => read switch
    {
        { Damage: not null } => "damaged",
        { Done: true } => "done",
        { Offset: > 0 } => "reading",
        _ => "waiting",
    };
}
