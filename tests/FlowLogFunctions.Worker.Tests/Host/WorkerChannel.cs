using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.Azure.Functions.Worker.Grpc.Messages;

namespace FlowLogFunctions.Worker.Tests.Host;

/// <summary>Messages to one worker and its answers, which have the request's id.</summary>
internal sealed class WorkerChannel(IServerStreamWriter<StreamingMessage> writer)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _awaited = new();
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Requests that have no answer yet.</summary>
    public int Unanswered => _awaited.Count;

    /// <summary>Sends a request and waits for its answer.</summary>
    public async Task<StreamingMessage> AskAsync(StreamingMessage request, CancellationToken cancellation = default)
    {
        request.RequestId = Guid.NewGuid().ToString();
        var answer = _awaited.GetOrAdd(request.RequestId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        await SendAsync(request, cancellation);
        return await answer.Task.WaitAsync(Patience, cancellation);
    }

    public async Task SendAsync(StreamingMessage message, CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await writer.WriteAsync(message, CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes what the worker sent: answers, and logs that are nobody's.</summary>
    public void Take(StreamingMessage message)
    {
        if (_awaited.TryRemove(message.RequestId, out var answer))
            answer.SetResult(message);
    }
}
