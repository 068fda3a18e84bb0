using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture;

/// <summary>The traffic source of each type; none of an account that has lost the right to it.</summary>
internal sealed class TrafficSources(IEnumerable<ITrafficSource> sources, HostSources hostSources)
{
    private readonly Dictionary<TrafficSourceType, ITrafficSource> _byType = sources.ToDictionary(source => source.Type);

    private readonly NoSource _forbidden = new("the service's settings give the account no traffic source of the host (FlowLog__HostSources__AccountIds__0)");

    public ITrafficSource Of(Scope scope, Eni eni) => hostSources.Allow(scope.AccountId, eni.Source.Type) ? _byType[eni.Source.Type] : _forbidden;
}
