using System.Runtime.CompilerServices;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Scan;

namespace FlowLog.Sql.Tests.Support;

/// <summary>Chunks in memory as a table.</summary>
internal sealed class ChunkTable(params IReadOnlyList<Chunk> chunks) : IFlowTable
{
    /// <summary>Columns that loads were asked for, by number.</summary>
    public List<IReadOnlySet<int>> Loads { get; } = [];

    /// <summary>Is called before every load.</summary>
    public Func<CancellationToken, Task> BeforeLoad { get; init; } = _ => Task.CompletedTask;

    /// <summary>The records in chunks of so many.</summary>
    public static ChunkTable Of(IEnumerable<FlowRecord> records, int rows = 1_000) =>
        new([.. records.Chunk(rows).Select(part => ChunkEncoder.Encode(FlowColumns.Of(part)))]);

    public async IAsyncEnumerable<ChunkSource> ChunksAsync(ScanPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var chunk in chunks)
        {
            cancellation.ThrowIfCancellationRequested();
            await Task.CompletedTask;
            yield return ChunkSource.Of(chunk, ChunkStatistics.Of(chunk)) with { Load = (columns, stop) => LoadAsync(chunk, columns, stop) };
        }
    }

    private async ValueTask<ChunkReader> LoadAsync(Chunk chunk, IReadOnlySet<int> columns, CancellationToken cancellation)
    {
        await BeforeLoad(cancellation);
        lock (Loads)
            Loads.Add(columns);
        return new(chunk with { Columns = chunk.Columns.Where(column => columns.Contains(column.Key)).ToDictionary(column => column.Key, column => column.Value) });
    }
}
