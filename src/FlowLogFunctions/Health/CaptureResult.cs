namespace FlowLogFunctions.Health;

/// <summary>How a run of capture ended.</summary>
internal enum CaptureResult
{
    Done = 0,

    /// <summary>Some ENIs or accounts failed; the next run takes them up.</summary>
    DoneInPart = 1,

    Failed = 2,
}
