namespace FlowLogFunctions.Capture;

/// <summary>
/// Whose step comes next in a run of capture: an ENI of the account that has the fewest under way, first those that had no step yet. So no
/// account waits for the backlog of another. Called from several threads.
/// </summary>
/// <param name="longest">The time after which only the first steps are begun of ENIs whose account has not used as much.</param>
internal sealed class CaptureTurns(TimeSpan longest, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AccountTurns> _accounts = new(StringComparer.Ordinal);
    private readonly long _began = time.GetTimestamp();

    public void Add(EniTurn turn)
    {
        lock (_gate)
        {
            if (!_accounts.TryGetValue(turn.Scope.AccountId, out var account))
                _accounts[turn.Scope.AccountId] = account = new(turn.Scope.AccountId);
            account.Add(turn);
        }
    }

    /// <summary>The next one, which is to be handed to <see cref="End"/>; null if none waits.</summary>
    public EniTurn? Take()
    {
        lock (_gate)
        {
            return _accounts.Values.Where(account => account.HasAny)
                .OrderBy(account => account.Running).ThenBy(account => !account.HasNew).ThenBy(account => account.Used).FirstOrDefault()?.Take();
        }
    }

    /// <summary>Whether a step may be begun of an ENI that was taken.</summary>
    public bool MayStep(EniTurn turn)
    {
        if (time.GetElapsedTime(_began) < longest)
            return true;
        lock (_gate)
            return !turn.HasBegun && (longest == TimeSpan.Zero || _accounts[turn.Scope.AccountId].Used < longest);
    }

    /// <param name="took">What its step took.</param>
    /// <param name="isMore">Whether it is to have another turn.</param>
    public void End(EniTurn turn, TimeSpan took, bool isMore)
    {
        lock (_gate)
        {
            var account = _accounts[turn.Scope.AccountId];
            account.End(took);
            turn.HasBegun = true;
            if (isMore)
                account.Add(turn);
        }
    }
}
