namespace FlowLogFunctions.Usage;

/// <summary>What one Logstore took in, as it is charged.</summary>
/// <param name="Records">Flow records written, those of no and of skipped traffic included.</param>
/// <param name="BytesWritten">Bytes of their encoded columns as they were written.</param>
/// <param name="BytesIndexed">Bytes of the records as lines of CSV, of those that came while the analysis report was on.</param>
/// <param name="TableTransactions">Inserts of batches; merging, reading and the service's own rows are not counted.</param>
/// <param name="QueueTransactions">Three a batch: sent, received, deleted. A batch for several Logstores counts at the first.</param>
internal readonly record struct MeteredTraffic(
    long Records, long BytesWritten, long BytesIndexed, long TableTransactions, long QueueTransactions)
{
    public static MeteredTraffic operator +(MeteredTraffic a, MeteredTraffic b) => new(
        a.Records + b.Records, a.BytesWritten + b.BytesWritten, a.BytesIndexed + b.BytesIndexed,
        a.TableTransactions + b.TableTransactions, a.QueueTransactions + b.QueueTransactions);

    /// <summary>As much of it as a factor says, rounded.</summary>
    public MeteredTraffic Times(double factor)
    {
        return new(Part(Records), Part(BytesWritten), Part(BytesIndexed), Part(TableTransactions), Part(QueueTransactions));

        long Part(long value) => (long)Math.Round(value * factor);
    }
}
