namespace FlowLog.Chunks.Encodings;

/// <summary>Where a stream of integers stands, which says how it may be encoded; so nothing nests without end.</summary>
internal enum Nesting
{
    /// <summary>A column's values: any encoding.</summary>
    Column,

    /// <summary>A dictionary's codes: no dictionary again.</summary>
    Codes,

    /// <summary>Parts of runs and tables: constant or blocks.</summary>
    Part,
}
