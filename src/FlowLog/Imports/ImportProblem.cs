namespace FlowLog.Imports;

/// <summary>Why a tuple or line was left out.</summary>
public enum ImportProblem
{
    None = 0,

    /// <summary>Fewer fields than the format or the header has.</summary>
    TooFewFields,

    /// <summary>A line of more than 64 KiB.</summary>
    TooLong,

    /// <summary>A time that is no number, or after the year 2261.</summary>
    BadTime,
    BadAddress,

    /// <summary>One address of IPv4, one of IPv6.</summary>
    MixedAddresses,
    BadPort,
    BadProtocol,
    BadDirection,
    BadState,
    BadAction,

    /// <summary>A count that is no number, or over 10^15.</summary>
    BadCounter,
    BadFlags,
    BadStatus,
}
