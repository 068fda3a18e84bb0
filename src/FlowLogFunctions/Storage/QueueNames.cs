namespace FlowLogFunctions.Storage;

/// <summary>The storage queues of the app; each has a poison queue beside it, <c>…-poison</c>.</summary>
internal static class QueueNames
{
    /// <summary>Flow logs whose passing state is to be settled.</summary>
    public const string FlowLogChanges = "flowlog-changes";

    /// <summary>Flow records on their way from capture to ingest, a batch a message.</summary>
    public const string Batches = "flowlog-batches";

    /// <summary>What the host puts behind a queue's name for the messages that could not be processed.</summary>
    public const string PoisonSuffix = "-poison";
}
