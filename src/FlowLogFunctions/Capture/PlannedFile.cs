namespace FlowLogFunctions.Capture;

/// <summary>A capture file, or a foreign flow log, that a step reads on from its position.</summary>
/// <param name="Log">Of a flow log: the part that the step reads; else null.</param>
internal sealed record PlannedFile(string Name, FilePosition From, CloudLogs.LogPart? Log = null);
