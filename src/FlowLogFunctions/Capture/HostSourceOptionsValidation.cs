using FlowLogFunctions.Accounts;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture;

/// <summary>Refuses to start with accounts that are none.</summary>
internal sealed class HostSourceOptionsValidation(IOptions<ConfiguredAccounts> configured) : IValidateOptions<HostSourceOptions>
{
    public ValidateOptionsResult Validate(string? name, HostSourceOptions options)
    {
        HashSet<string> known = [HostSourceOptions.All, .. configured.Value.Accounts.Select(account => account.Id)];
        var problems = options.AccountIds.Index()
            .Where(id => !known.Contains(id.Item))
            .Select(id => $"{HostSourceOptions.Section}:{nameof(HostSourceOptions.AccountIds)}:{id.Index} must be one of {AccountOptions.Section}, or {HostSourceOptions.All} for all of them")
            .ToList();
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
