using FlowLogFunctions.Accounts;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture;

/// <summary>Refuses to start with accounts that are none.</summary>
internal sealed class HostSourceOptionsValidation(IOptions<ConfiguredAccounts> configured) : IValidateOptions<HostSourceOptions>
{
    public ValidateOptionsResult Validate(string? name, HostSourceOptions options) => configured.Value.Check(
        $"{HostSourceOptions.Section}:{nameof(HostSourceOptions.AccountIds)}", options.AccountIds, [HostSourceOptions.All], $", or {HostSourceOptions.All} for all of them");
}
