using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts;

/// <summary>Refuses to start with operators that are no accounts.</summary>
internal sealed class OperatorOptionsValidation(IOptions<ConfiguredAccounts> configured) : IValidateOptions<OperatorOptions>
{
    public ValidateOptionsResult Validate(string? name, OperatorOptions options) =>
        configured.Value.Check($"{OperatorOptions.Section}:{nameof(OperatorOptions.AccountIds)}", options.AccountIds);
}
