using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts;

/// <summary>Refuses to start with operators that are no accounts.</summary>
internal sealed class OperatorOptionsValidation(IOptions<ConfiguredAccounts> configured) : IValidateOptions<OperatorOptions>
{
    public ValidateOptionsResult Validate(string? name, OperatorOptions options)
    {
        var problems = options.AccountIds.Index()
            .Where(id => configured.Value.Accounts.All(account => account.Id != id.Item))
            .Select(id => $"{OperatorOptions.Section}:{nameof(OperatorOptions.AccountIds)}:{id.Index} must be one of {AccountOptions.Section}")
            .ToList();
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
