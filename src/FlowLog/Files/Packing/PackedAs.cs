namespace FlowLog.Files.Packing;

/// <summary>Which chunks records are put into.</summary>
public enum PackedAs
{
    /// <summary>As they lie in a table when an hour has been merged: the hour's records by ENI and time, as many in a chunk as an entity takes.</summary>
    Merged = 0,

    /// <summary>As ingest writes them: one ENI's capture window, in batches that each fit a queue message.</summary>
    Ingested = 1,
}
