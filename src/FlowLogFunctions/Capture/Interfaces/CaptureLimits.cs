namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>What the capture of one interface may take.</summary>
/// <param name="OpenFlows">Open flows of a window; past it the smallest are closed early.</param>
/// <param name="HeldFlows">Flows of all windows that wait; past it the oldest windows are given up.</param>
internal readonly record struct CaptureLimits(RingSize Ring, int OpenFlows, int HeldFlows);
