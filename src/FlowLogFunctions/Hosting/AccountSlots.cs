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
            var own = _byAccount.GetValueOrDefault(accountId);
            isAccountFull = own >= mostOfAccount;
            if (isAccountFull || _taken >= most)
                return null;
            (_taken, _byAccount[accountId]) = (_taken + 1, own + 1);
        }

        return new(() => Leave(accountId));
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
