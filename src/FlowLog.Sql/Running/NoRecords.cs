using FlowLog.Query;
using FlowLog.Scan;

namespace FlowLog.Sql.Running;

/// <summary>A table without a record, for statements that are only looked at.</summary>
internal sealed class NoRecords : IFlowTable
{
    public static readonly NoRecords Instance = new();

    public IAsyncEnumerable<ChunkSource> ChunksAsync(ScanPlan plan, CancellationToken cancellation) => AsyncEnumerable.Empty<ChunkSource>();
}
