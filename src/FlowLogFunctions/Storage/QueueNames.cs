namespace FlowLogFunctions.Storage;

/// <summary>The storage queues of the app; each has a poison queue beside it, <c>…-poison</c>.</summary>
internal static class QueueNames
{
    /// <summary>Flow logs whose passing state is to be settled.</summary>
    public const string FlowLogChanges = "flowlog-changes";
}
