namespace FlowLogFunctions.Storage;

/// <summary>What waits in the queue of batches and lies beside the queues.</summary>
/// <param name="Messages">Batches in the queue, those that are being processed too; storage gives it about.</param>
/// <param name="OldestSeconds">How long the first one that nobody has taken has been there; left out if there is none.</param>
/// <param name="PoisonMessages">Messages that could not be processed, about.</param>
internal sealed record QueueDepth(int Messages, double? OldestSeconds, int PoisonMessages);
