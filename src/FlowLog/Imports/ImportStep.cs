namespace FlowLog.Imports;

/// <summary>What a text found in the bytes that are buffered.</summary>
internal enum ImportStep
{
    /// <summary>Something that is no flow; look again.</summary>
    Again,

    /// <summary>A flow; it has been consumed.</summary>
    Flow,

    /// <summary>More bytes are needed.</summary>
    More,

    /// <summary>Nothing can be read from here on.</summary>
    Damaged,
}
