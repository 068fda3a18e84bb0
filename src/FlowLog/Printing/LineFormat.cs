namespace FlowLog.Printing;

/// <summary>How programs get records: one text each.</summary>
/// <param name="IsJson">A JSON object, numbers as numbers and the rest as texts; else values between commas.</param>
/// <param name="End">What stands behind each record.</param>
public sealed record LineFormat(bool IsJson, string End)
{
    /// <summary>Comma-separated values as the command line prints them.</summary>
    public static LineFormat Csv { get; } = new(false, "\n");

    /// <summary>Comma-separated values, the ends of lines too by RFC 4180.</summary>
    public static LineFormat Rfc4180 { get; } = new(false, "\r\n");

    /// <summary>A JSON object a line.</summary>
    public static LineFormat Ndjson { get; } = new(true, "\n");

    /// <summary>A JSON object, and nothing behind it.</summary>
    public static LineFormat Json { get; } = new(true, "");
}
