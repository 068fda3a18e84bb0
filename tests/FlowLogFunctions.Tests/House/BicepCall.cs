namespace FlowLogFunctions.Tests.House;

/// <summary>One module statement of a Bicep file.</summary>
/// <param name="Name">What the file calls it.</param>
/// <param name="Arguments">Names of the parameters that it passes.</param>
internal sealed record BicepCall(string Name, BicepModule Module, IReadOnlyList<string> Arguments);
