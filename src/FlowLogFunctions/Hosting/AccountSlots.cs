namespace FlowLogFunctions.Hosting;

/// <summary>How many of something this process does at the same time, and how many of them for one account: no account takes them all.</summary>
internal sealed class AccountSlots(int most, int mostOfAccount)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _byAccount = new(StringComparer.Ordinal);
    private int _taken;

    /// <summary>Takes a slot until it is disposed of; null if there is none.</summary>
    /// <param name="isAccountFull">If there is none: whether the account has as many as it may.</param>
    public AccountSlot? Take(string accountId, out bool isAccountFull)
    {
        lock (_lock)
        {
            if (!HasRoom(accountId, out isAccountFull))
                return null;
            (_taken, _byAccount[accountId]) = (_taken + 1, _byAccount.GetValueOrDefault(accountId) + 1);
        }

        return new(() => Leave(accountId));
    }

    /// <summary>Whether a slot could be taken at this moment.</summary>
    /// <param name="isAccountFull">If none could: whether the account has as many as it may.</param>
    public bool HasRoom(string accountId, out bool isAccountFull)
    {
        lock (_lock)
        {
            isAccountFull = _byAccount.GetValueOrDefault(accountId) >= mostOfAccount;
            return !isAccountFull && _taken < most;
        }
    }

    private void Leave(string accountId)
    {
        lock (_lock)
        {
            _taken--;
            if (--_byAccount[accountId] == 0)
                _byAccount.Remove(accountId);
        }
    }
}
