namespace FlowLogFunctions.Capture;

/// <summary>Traffic that could not be read: becomes a SKIPDATA record of its window.</summary>
/// <param name="Time">Unix seconds; any time of the window.</param>
/// <param name="Reason">For people.</param>
internal sealed record Loss(long Time, string Reason);
