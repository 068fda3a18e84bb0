namespace FlowLogFunctions.Analysis.Export;

/// <summary>What was sent cannot be told any more from what was not: whoever asked has to ask again.</summary>
internal sealed class LostTrackException(string message) : Exception(message);
