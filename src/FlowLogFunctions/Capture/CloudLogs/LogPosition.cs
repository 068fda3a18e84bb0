namespace FlowLogFunctions.Capture.CloudLogs;

/// <summary>How far a foreign flow log has been read.</summary>
/// <param name="ETag">Of the version that was read last.</param>
/// <param name="Offset">Behind the last block that was read.</param>
/// <param name="Block">That block's id; null if the blob was read in one piece.</param>
/// <param name="Tuples">Tuples before it, good or not.</param>
/// <param name="PassOver">Tuples behind it that had been read before the blob was written anew.</param>
internal sealed record LogPosition(long Hour, string ETag, long Offset, string? Block, long Tuples, long PassOver);
