using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts;

/// <summary>Those who run the service: what is no account's is theirs to look after.</summary>
internal sealed class Operators(IOptions<OperatorOptions> options, IOptions<ConfiguredAccounts> configured)
{
    private readonly HashSet<string> _accounts = options.Value.AccountIds.Count > 0
        ? [.. options.Value.AccountIds]
        : OnlyOne([.. configured.Value.Accounts.Select(account => account.Id)]);

    public bool Include(string accountId) => _accounts.Contains(accountId);

    private static HashSet<string> OnlyOne(HashSet<string> accounts) => accounts.Count == 1 ? accounts : [];
}
