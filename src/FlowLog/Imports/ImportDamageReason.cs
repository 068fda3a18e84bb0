namespace FlowLog.Imports;

/// <summary>Why a foreign flow log could not be read to its end.</summary>
public enum ImportDamageReason
{
    /// <summary>There is not one byte.</summary>
    Empty = 1,

    /// <summary>The first bytes are those of no flow log that is read.</summary>
    NotAFlowLog,

    /// <summary>The bytes end within a record, a tuple or a line; also a file that is still being written.</summary>
    Truncated,

    /// <summary>What stands there cannot stand in JSON.</summary>
    BadJson,

    /// <summary>More levels of JSON than 64.</summary>
    TooDeep,

    /// <summary>A text of more than 1 MiB.</summary>
    TextTooLong,

    /// <summary>The gzip stream is broken or cut.</summary>
    BadCompression,

    /// <summary>The log ends before the place to go on from.</summary>
    BadResumePoint,
}
