namespace FlowLogFunctions.Tests.Observability;

/// <summary>Tests of what is sampled and sent: whoever listens to the app's activities meanwhile would have them made for all.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection : ICollectionFixture<InsightsFixture>
{
    public const string Name = "Telemetry";
}
