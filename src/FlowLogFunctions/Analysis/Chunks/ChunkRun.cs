using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis.Chunks;

/// <summary>Chunks that are asked for together: neighbours of one day that lack the same columns and fill a page at most.</summary>
/// <param name="Headers">In the order of keys.</param>
/// <param name="Missing">Numbers of the columns that are to be read.</param>
internal sealed record ChunkRun(IReadOnlyList<ChunkHeader> Headers, IReadOnlySet<int> Missing)
{
    /// <summary>Cuts chunks into runs. What needs nothing ends a run, so that it is not read between others.</summary>
    /// <param name="chunks">In the order of keys, each with the columns that it lacks.</param>
    /// <param name="pageBytes">Encoded bytes of all columns of a run's chunks.</param>
    public static IEnumerable<ChunkRun> Of(IEnumerable<(ChunkHeader Header, IReadOnlySet<int> Missing)> chunks, long pageBytes)
    {
        var run = new List<ChunkHeader>();
        IReadOnlySet<int> missing = new HashSet<int>();
        var bytes = 0L;
        foreach (var (header, lacks) in chunks)
        {
            var more = SizeOf(header);
            if (run.Count > 0 && (run.Count == TableLimits.PageEntities || bytes + more > pageBytes || !missing.SetEquals(lacks)))
            {
                yield return new([.. run], missing);
                (run, bytes) = ([], 0);
            }

            missing = lacks;
            if (lacks.Count == 0)
                continue;
            run.Add(header);
            bytes += more;
        }

        if (run.Count > 0)
            yield return new(run, missing);
    }

    /// <summary>Encoded bytes of a chunk; as many as fit in a message where it does not say.</summary>
    public static int SizeOf(ChunkHeader header) => header.Bytes > 0 ? header.Bytes : TableLimits.MessageBytes;
}
