namespace FlowLogFunctions.Capture.CloudLogs;

/// <summary>The part of a foreign flow log that a step reads; fixed in the plan, so that a repeated step reads the same.</summary>
/// <param name="Hour">Unix seconds of the hour that the log is of; of AWS the time at which it came.</param>
/// <param name="From">Offset of the first byte.</param>
/// <param name="To">Offset behind the last.</param>
/// <param name="ToBlock">The id of the block that ends there; null where the blob is read in one piece.</param>
/// <param name="PassOver">Tuples at its beginning that had been read before the blob was written anew.</param>
/// <param name="IsAnew">Whether the blob was written anew since it was read last.</param>
/// <param name="IsMore">Whether there is more to read than the step does.</param>
internal sealed record LogPart(long Hour, long From, long To, string? ToBlock, long PassOver, bool IsAnew, bool IsMore);
