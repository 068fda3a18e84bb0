namespace FlowLog.Chunks;

/// <summary>Bounds of the format; a decoder refuses what exceeds them before it allocates.</summary>
public static class ChunkLimits
{
    /// <summary>Rows of a chunk.</summary>
    public const int MaxRows = 1 << 20;

    /// <summary>UTF-8 bytes of one text, in a column or in a message's header.</summary>
    public const int MaxTextBytes = 1024;

    /// <summary>Largest column number.</summary>
    public const int MaxColumnId = 255;

    /// <summary>Number of the column of addresses that srcaddr and dstaddr refer to.</summary>
    public const int AddressesId = 0;
}
