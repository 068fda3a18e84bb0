namespace FlowLogFunctions.Soak.Tests.Traffic;

/// <summary>An ENI as the service made it, with the seed of its traffic if it has a generator.</summary>
internal sealed record SoakEni(string Id, string Address, int Seed = 0);
