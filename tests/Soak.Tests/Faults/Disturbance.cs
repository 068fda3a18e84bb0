namespace FlowLogFunctions.Soak.Tests.Faults;

/// <summary>Something that may happen to the service.</summary>
/// <param name="RunAsync">Done when it is over: the service is as it should be again.</param>
internal sealed record Disturbance(string Name, Func<ServiceUnderFaults, Random, CancellationToken, Task> RunAsync);
