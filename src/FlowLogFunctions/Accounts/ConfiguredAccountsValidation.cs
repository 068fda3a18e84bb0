using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts;

/// <summary>Refuses to start with accounts that nobody could use, and says all that is wrong.</summary>
internal sealed class ConfiguredAccountsValidation : IValidateOptions<ConfiguredAccounts>
{
    public ValidateOptionsResult Validate(string? name, ConfiguredAccounts options) =>
        options.Problems is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
}
