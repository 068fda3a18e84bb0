using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>A predicate without negations but at its leaves, ready to be held against chunks.</summary>
internal abstract class Clause
{
    /// <summary>The fields that it looks at.</summary>
    public abstract IEnumerable<FlowField> Fields { get; }

    /// <summary>What it costs to find out about a chunk: 0 the head of a column, 1 a table of texts, 2 the addresses.</summary>
    public abstract int Opening { get; }

    /// <summary>How many rows of a chunk may match, as far as its bounds tell.</summary>
    public abstract Match Judge(ChunkStatistics statistics);

    /// <summary>Translates it for one chunk. Columns that turn out not to matter are not opened.</summary>
    /// <exception cref="ChunkFormatException">A column is corrupt.</exception>
    public abstract RowFilter Bind(ChunkReader reader);
}
