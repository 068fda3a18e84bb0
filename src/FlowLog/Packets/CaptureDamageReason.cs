namespace FlowLog.Packets;

/// <summary>Why a capture could not be read to its end.</summary>
public enum CaptureDamageReason
{
    /// <summary>There is not one byte.</summary>
    Empty = 1,

    /// <summary>The first bytes are those of no capture format that is read.</summary>
    NotACapture,

    /// <summary>A capture of a version of its format that is not read.</summary>
    UnknownVersion,

    /// <summary>The bytes end within a header, a block or a packet; also a capture that is still being written.</summary>
    Truncated,

    /// <summary>A length that cannot be, or that is over the limit.</summary>
    BadLength,

    /// <summary>The two lengths of a block differ.</summary>
    LengthsDiffer,

    /// <summary>A packet of an interface that the section has not described.</summary>
    UnknownInterface,

    /// <summary>More interfaces in a section than are kept.</summary>
    TooManyInterfaces,

    /// <summary>The gzip stream is broken or cut.</summary>
    BadCompression,

    /// <summary>The place to go on from is not where a block starts.</summary>
    BadResumePoint,

    /// <summary>The gzip stream unpacks to more than is read.</summary>
    TooLarge,
}
