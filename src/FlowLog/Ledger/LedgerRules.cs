namespace FlowLog.Ledger;

/// <summary>When what is missing is late, and when it is lost.</summary>
/// <param name="Now">Unix seconds.</param>
/// <param name="PendingSeconds">After a window's end nothing of it can be expected for so long.</param>
/// <param name="LostAfterSeconds">What has been missing for longer since it was sent is lost.</param>
public readonly record struct LedgerRules(long Now, int PendingSeconds, int LostAfterSeconds)
{
    public const string InPoisonQueue = "its records are in the poison queue";
    public const string NeverArrived = "a message that was sent has not arrived";
    public const string NotHandedOver = "capture has not handed it over yet";
    public const string NotSaid = "the traffic source has not said anything of it yet";

    /// <summary>What is said of something that was sent and is not there.</summary>
    public StatedTime Missing(long from, long until, long sentAt) =>
        new(from, until, Now - sentAt > LostAfterSeconds ? MinuteState.Lost : MinuteState.Late, 0, NeverArrived);
}
