namespace FlowLogFunctions.Capture;

/// <summary>The ENIs of one account that wait in a run of capture, and what the account has had of it. Those that had no step come first.</summary>
internal sealed class AccountTurns(string accountId)
{
    private readonly Queue<EniTurn> _new = new();
    private readonly Queue<EniTurn> _begun = new();

    public string AccountId => accountId;

    /// <summary>ENIs of which a step is carried out now.</summary>
    public int Running { get; private set; }

    /// <summary>What its steps took that have ended.</summary>
    public TimeSpan Used { get; private set; }

    public bool HasAny => HasNew || _begun.Count > 0;

    public bool HasNew => _new.Count > 0;

    public void Add(EniTurn turn) => (turn.HasBegun ? _begun : _new).Enqueue(turn);

    public EniTurn Take()
    {
        Running++;
        return HasNew ? _new.Dequeue() : _begun.Dequeue();
    }

    public void End(TimeSpan took)
    {
        Running--;
        Used += took;
    }
}
