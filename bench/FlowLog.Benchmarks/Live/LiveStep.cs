namespace FlowLog.Benchmarks.Live;

/// <summary>What came of sending at one rate.</summary>
/// <param name="Sent">Frames a second that left the sender.</param>
/// <param name="Lost">Frames that were sent and not taken.</param>
/// <param name="MicrosecondsPerFrame">Processor time of the receiver for each frame that it took.</param>
internal sealed record LiveStep(double Sent, long Lost, long Frames, double MicrosecondsPerFrame);
