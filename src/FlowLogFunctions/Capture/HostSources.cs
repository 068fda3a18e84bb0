using FlowLogFunctions.Accounts;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture;

/// <summary>
/// Whose ENIs may have a traffic source that belongs to the host: its network interfaces, and foreign flow logs. An ENI says itself
/// which interface or MAC address it is, so that any account could read what is another's.
/// </summary>
internal sealed class HostSources(IOptions<HostSourceOptions> options, IOptions<ConfiguredAccounts> configured)
{
    private readonly bool _all = options.Value.AccountIds.Contains(HostSourceOptions.All);

    // Tokens of Entra ID are for accounts of the settings, too: there are no others.
    private readonly IReadOnlySet<string> _accounts = configured.Value.NamedOrOnly(options.Value.AccountIds);

    /// <summary>Whether an ENI of the account may have the source.</summary>
    public bool Allow(string accountId, TrafficSourceType type) => !IsOfTheHost(type) || _all || _accounts.Contains(accountId);

    /// <summary>Null if an ENI of the account may have the source, or none is given.</summary>
    public Refusal? Refuse(string accountId, TrafficSource? source) => source is null || Allow(accountId, source.Type)
        ? null
        : Refusal.Forbidden(
            "Forbidden.TrafficSource",
            $"A traffic source of type {CamelCaseEnum<TrafficSourceType>.NameOf(source.Type)} belongs to the host, not to an account; the setting FlowLog__HostSources__AccountIds__0 names the accounts that may have it.");

    private static bool IsOfTheHost(TrafficSourceType type) =>
        type is TrafficSourceType.Interface or TrafficSourceType.VNetFlowLogs or TrafficSourceType.NsgFlowLogs or TrafficSourceType.AwsFlowLogs;
}
