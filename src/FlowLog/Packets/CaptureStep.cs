namespace FlowLog.Packets;

/// <summary>What a format found in the bytes that are buffered.</summary>
internal enum CaptureStep
{
    /// <summary>A packet; it has been consumed.</summary>
    Packet,

    /// <summary>Nothing yet: so many bytes are needed at once.</summary>
    More,

    /// <summary>So many bytes are of no interest.</summary>
    Skip,

    /// <summary>The place to go on from has been reached.</summary>
    Resumed,

    /// <summary>Nothing can be read from here on.</summary>
    Damaged,
}
