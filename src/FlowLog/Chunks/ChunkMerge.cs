using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>Small chunks to a large one, which is shorter than they are together: it has one table of addresses, and longer runs.</summary>
public static class ChunkMerge
{
    /// <summary>
    /// Bytes of columns that a merged chunk aims at: with its aggregate and its statements an entity of the Table service, at most 1 MiB,
    /// holds them.
    /// </summary>
    public const int TargetBytes = 800 * 1024;

    /// <summary>Chunks that one merge takes: each leaves a marker, and a transaction of the Table service has 100 operations.</summary>
    public const int MaxChunks = 99;

    /// <summary>All records of the chunks as one. The same records give the same bytes, however they lay in chunks.</summary>
    /// <exception cref="ChunkFormatException">A chunk is damaged.</exception>
    /// <exception cref="ArgumentException">They have more than <see cref="ChunkLimits.MaxRows"/> rows.</exception>
    public static Chunk Merge(IReadOnlyList<Chunk> chunks) =>
        ChunkEncoder.Encode(JoinedColumns.Of([.. chunks.Select(chunk => ChunkDecoder.Decode(chunk, FlowFields.All))]));

    /// <summary>
    /// How many chunks, from the first on, go into one: as long as they keep within the bounds. Records of one hour are shorter merged
    /// than in parts; that is no law, so whoever stores the outcome measures it.
    /// </summary>
    /// <param name="chunks">Rows and bytes of each, in the order of their keys.</param>
    public static int Plan(IEnumerable<(int Rows, int Bytes)> chunks)
    {
        var (count, rows, bytes) = (0, 0L, 0L);
        foreach (var chunk in chunks)
        {
            (rows, bytes) = (rows + chunk.Rows, bytes + chunk.Bytes);
            if (count > 0 && (count == MaxChunks || rows > ChunkLimits.MaxRows || bytes > TargetBytes))
                break;
            count++;
        }

        return count;
    }
}
