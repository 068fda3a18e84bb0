using FlowLog.Chunks;
using FlowLog.Scan;

namespace FlowLog.Query;

/// <summary>The records that a query is about, as chunks: a file of them, or a time range of a Logstore. May be gone through several times.</summary>
public interface IFlowTable
{
    /// <summary>The chunks that can have rows that match, and those that a plan's bounds rule out, in any order.</summary>
    IAsyncEnumerable<ChunkSource> ChunksAsync(ScanPlan plan, CancellationToken cancellation);

    /// <summary>Numbers of addresses that outlive a query, if its chunks stay open; null for new ones.</summary>
    AddressBook? Addresses => null;
}
