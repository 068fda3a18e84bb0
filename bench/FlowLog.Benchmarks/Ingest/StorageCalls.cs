using Azure.Core;
using Azure.Core.Pipeline;

namespace FlowLog.Benchmarks.Ingest;

/// <summary>Counts what goes to storage, each try of a call by itself, as storage bills it.</summary>
/// <param name="tablePort">The Table service's port; every other port is taken for the queue's.</param>
internal sealed class StorageCalls(int tablePort) : HttpPipelinePolicy
{
    private long _tableWrites;
    private long _tableReads;
    private long _tableBytesSent;
    private long _queueCalls;

    /// <summary>The counts since the start.</summary>
    public StorageCounts Counts => new(
        Interlocked.Read(ref _tableWrites), Interlocked.Read(ref _tableReads), Interlocked.Read(ref _tableBytesSent), Interlocked.Read(ref _queueCalls));

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count(message.Request);
        ProcessNext(message, pipeline);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count(message.Request);
        return ProcessNextAsync(message, pipeline);
    }

    private void Count(Request request)
    {
        if (request.Uri.Port != tablePort)
        {
            Interlocked.Increment(ref _queueCalls);
        }
        else if (request.Method == RequestMethod.Get)
        {
            Interlocked.Increment(ref _tableReads);
        }
        else
        {
            Interlocked.Increment(ref _tableWrites);
            if (request.Content is { } body && body.TryComputeLength(out var length))
                Interlocked.Add(ref _tableBytesSent, length);
        }
    }
}
