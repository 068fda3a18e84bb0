using System.Runtime.CompilerServices;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis.Export;

/// <summary>
/// A Logstore's records of a time range, hour by hour and chunk by chunk, each as it lies there: what was there when its hour was begun,
/// once, although chunks are merged meanwhile. Encoded chunks are read ahead; one step of one of them is decoded at a time.
/// </summary>
internal sealed class ExportScan(LogstoreTables tables, string logstoreId, TimeRange range, FlowPredicate? query)
{
    /// <summary>Chunks that wait, beside the one that is written and the one that is read.</summary>
    public const int ChunksAhead = 1;

    private static readonly IReadOnlyCollection<int> Columns = [ChunkLimits.AddressesId, .. FlowFields.All.Select(field => field.Id)];

    private readonly ScanPlan _plan = new(
        FlowPredicate.And([FlowPredicate.Between(FlowFields.Start, range.From, range.To - 1), query ?? FlowPredicate.All]), FlowFields.All);

    /// <summary>Rows that match, some thousand at a time.</summary>
    /// <param name="hours">Starts of the hours, Unix seconds, in the order in which they are to be read.</param>
    public async IAsyncEnumerable<FlowColumns> RunAsync(IReadOnlyList<long> hours, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (chunk, sent) in ChunksAsync(hours, cancellation).Ahead(ChunksAhead, cancellation))
        {
            var left = sent.Count == 0 ? null : SentRows.Of(sent, _plan, cancellation);
            foreach (var rows in MatchingRows.Steps(chunk, _plan, cancellation))
                yield return left is null ? rows : left.Without(rows);
        }
    }

    private async IAsyncEnumerable<(Chunk Chunk, IReadOnlyList<Chunk> Sent)> ChunksAsync(
        IReadOnlyList<long> hours, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var hour in hours)
        {
            var batches = new HourBatches(await ListAsync(hour, cancellation));
            while (batches.Next() is { } header)
            {
                if (await tables.ReadAsync(header, Columns, cancellation) is { } chunk)
                    yield return (chunk, batches.Send(header, chunk));
                else
                    batches.ListedAgain(await ListAsync(hour, cancellation));
            }
        }
    }

    private Task<IReadOnlyList<ChunkHeader>> ListAsync(long hour, CancellationToken cancellation) =>
        tables.HeadersAsync(logstoreId, hour, range.From, range.To, cancellation);
}
