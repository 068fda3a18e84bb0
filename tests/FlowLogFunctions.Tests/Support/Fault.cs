namespace FlowLogFunctions.Tests.Support;

/// <summary>What can happen to a call to storage.</summary>
internal enum Fault
{
    None,

    /// <summary>The connection is refused: nothing was sent.</summary>
    Refused,

    /// <summary>The connection breaks after the call took effect, before its answer came.</summary>
    CutOff,

    /// <summary>503 ServerBusy with Retry-After: nothing took effect.</summary>
    Busy,

    /// <summary>500 OperationTimedOut, which leaves open whether the call took effect: here it did not.</summary>
    TimedOutBefore,

    /// <summary>500 OperationTimedOut after the call took effect.</summary>
    TimedOutAfter,

    /// <summary>It takes its time before it is sent, so that others overtake it.</summary>
    LateStart,

    /// <summary>Its answer takes its time.</summary>
    LateAnswer,

    /// <summary>The worker dies before the call is sent.</summary>
    KilledBefore,

    /// <summary>The worker dies after the call took effect.</summary>
    KilledAfter,
}
