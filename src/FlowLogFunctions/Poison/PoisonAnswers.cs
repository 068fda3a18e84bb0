namespace FlowLogFunctions.Poison;

/// <summary>What lies beside the queues.</summary>
/// <param name="Items">The caller's own messages.</param>
/// <param name="Total">How many of the caller's there are, among those that were looked at.</param>
/// <param name="Unreadable">Messages that cannot be read and so are nobody's, by what is wrong with them; none for who is no operator.</param>
internal sealed record PoisonList(IReadOnlyList<PoisonItem> Items, int Total, IReadOnlyList<UnreadableCount> Unreadable);

/// <summary>Messages of a queue that cannot be read.</summary>
internal sealed record UnreadableCount(string Queue, string Reason, int Messages);

/// <summary>What became of messages that were to be processed again.</summary>
/// <param name="Moved">Messages that are in their queues again.</param>
/// <param name="Remaining">Messages of the same kind that still lie beside them.</param>
internal sealed record PoisonRedriven(int Moved, int Remaining);
