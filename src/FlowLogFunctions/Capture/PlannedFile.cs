namespace FlowLogFunctions.Capture;

/// <summary>A capture file that a step reads on from its position.</summary>
internal sealed record PlannedFile(string Name, FilePosition From);
