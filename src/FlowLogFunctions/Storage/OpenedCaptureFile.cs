namespace FlowLogFunctions.Storage;

/// <summary>A capture file that can be read; the stream seeks.</summary>
internal sealed record OpenedCaptureFile(Stream Stream, long? StartAt, DateTimeOffset ReceivedAt);
