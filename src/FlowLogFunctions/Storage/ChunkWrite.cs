namespace FlowLogFunctions.Storage;

/// <summary>What became of a chunk that was to be inserted.</summary>
internal enum ChunkWrite
{
    Added,

    /// <summary>It is there already, or in a merged chunk: the batch was delivered before.</summary>
    Repeated,

    /// <summary>The table that this process knew has been dropped. It is made again by the next try, if the Logstore still exists.</summary>
    TableGone,
}
