namespace FlowLogFunctions.Soak.Tests.Store;

/// <summary>What can happen to a call to storage on its way.</summary>
internal enum CallFault
{
    None,

    /// <summary>It takes its time, before it arrives or afterwards, so that others overtake it.</summary>
    Late,

    /// <summary>503 ServerBusy: nothing took effect.</summary>
    Busy,

    /// <summary>500 OperationTimedOut, which leaves open whether the call took effect: here it did not.</summary>
    FailedBefore,

    /// <summary>500 OperationTimedOut after the call took effect.</summary>
    FailedAfter,

    /// <summary>The connection breaks before the call arrives.</summary>
    CutBefore,

    /// <summary>The connection breaks after the call took effect, before its answer.</summary>
    CutAfter,

    /// <summary>The connection breaks in the middle of the answer.</summary>
    CutWithin,

    /// <summary>A message is put into its queue twice; anything else goes as it is.</summary>
    Twice,
}
