using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts;

/// <summary>Those who run the service: what is no account's is theirs to look after.</summary>
internal sealed class Operators(IOptions<OperatorOptions> options, IOptions<ConfiguredAccounts> configured)
{
    private readonly IReadOnlySet<string> _accounts = configured.Value.NamedOrOnly(options.Value.AccountIds);

    public bool Include(string accountId) => _accounts.Contains(accountId);
}
