namespace FlowLogFunctions.Storage;

/// <summary>A message that could not be processed, hidden from others until it is put back.</summary>
/// <param name="Queue">The queue that it came from.</param>
/// <param name="Text">As it lies in the queue.</param>
/// <param name="Content">What it holds; null if it is not base64.</param>
internal sealed record PoisonMessage(string Queue, string Id, string PopReceipt, string Text, byte[]? Content, DateTimeOffset InsertedAt);
