using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts;

/// <summary>Who calls.</summary>
/// <param name="UserName">The sub-user; null for the primary account itself.</param>
internal sealed record AccountAnswer(string AccountId, string AccountName, string? UserName, bool IsPrimary);

/// <summary>Tells a caller whose access key it is.</summary>
internal sealed class DescribeAccount(IOptions<ConfiguredAccounts> configured)
{
    public AccountAnswer Of(Caller caller) =>
        new(caller.AccountId, configured.Value.NameOf(caller.AccountId), caller.UserName, caller.IsPrimary);
}
