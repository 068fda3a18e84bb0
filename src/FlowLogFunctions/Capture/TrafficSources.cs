using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture;

/// <summary>The traffic source of each type.</summary>
internal sealed class TrafficSources(IEnumerable<ITrafficSource> sources)
{
    private readonly Dictionary<TrafficSourceType, ITrafficSource> _byType = sources.ToDictionary(source => source.Type);

    public ITrafficSource Of(Eni eni) => _byType[eni.Source.Type];
}
