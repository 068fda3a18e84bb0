namespace FlowLogFunctions.Storage;

/// <summary>A capture file as it lies in storage.</summary>
/// <param name="StartAt">Unix nanoseconds to which its first packet is moved; null if it keeps its own times.</param>
internal sealed record CaptureFile(string Name, string ETag, long Bytes, DateTimeOffset ReceivedAt, long? StartAt);
