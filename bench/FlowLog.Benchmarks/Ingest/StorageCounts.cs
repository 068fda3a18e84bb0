namespace FlowLog.Benchmarks.Ingest;

/// <summary>Calls to storage.</summary>
/// <param name="TableWrites">Transactions of the Table service that change something.</param>
/// <param name="TableReads">Transactions of the Table service that change nothing.</param>
/// <param name="TableBytesSent">Bytes of the bodies of <paramref name="TableWrites"/>: JSON with base64.</param>
internal readonly record struct StorageCounts(long TableWrites, long TableReads, long TableBytesSent, long QueueCalls)
{
    public static StorageCounts operator -(StorageCounts one, StorageCounts other) => new(
        one.TableWrites - other.TableWrites, one.TableReads - other.TableReads,
        one.TableBytesSent - other.TableBytesSent, one.QueueCalls - other.QueueCalls);
}
