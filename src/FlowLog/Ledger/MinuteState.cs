namespace FlowLog.Ledger;

/// <summary>What a Logstore knows of an ENI's minute. Where several hold, the greatest does.</summary>
public enum MinuteState : byte
{
    /// <summary>No flow log asked for it, or the Logstore no longer keeps it.</summary>
    NotLogged,

    /// <summary>Its window is open, or has closed just now: nothing can be there yet.</summary>
    Pending,

    /// <summary>It was observed, and there was nothing.</summary>
    NoTraffic,

    /// <summary>Every packet was counted.</summary>
    Observed,

    /// <summary>1 of N packets was looked at.</summary>
    Sampled,

    /// <summary>Some of its traffic could not be recorded, and the records say so.</summary>
    Skipped,

    /// <summary>It should be there, and is not yet.</summary>
    Late,

    /// <summary>Records of it are in the poison queue, or never came.</summary>
    Lost,
}
