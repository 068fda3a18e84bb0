namespace FlowLogFunctions.Storage;

/// <summary>A foreign flow log as it lies in storage.</summary>
internal sealed record CloudLogBlob(string Name, string ETag, long Bytes, DateTimeOffset ModifiedAt);
