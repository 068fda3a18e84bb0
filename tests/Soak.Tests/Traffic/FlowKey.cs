namespace FlowLogFunctions.Soak.Tests.Traffic;

/// <summary>What a flow record is about.</summary>
/// <param name="Minute">Unix seconds of its window's start.</param>
internal readonly record struct FlowKey(
    string Eni, long Minute, string Source, int SourcePort, string Destination, int DestinationPort, string Direction, string Action);
