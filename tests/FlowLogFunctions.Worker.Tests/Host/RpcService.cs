using Grpc.Core;
using Microsoft.Azure.Functions.Worker.Grpc.Messages;

namespace FlowLogFunctions.Worker.Tests.Host;

/// <summary>The host's side of the protocol: one worker connects and says who it is.</summary>
internal sealed class RpcService : FunctionRpc.FunctionRpcBase
{
    private readonly TaskCompletionSource<WorkerChannel> _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the worker has sent StartStream.</summary>
    public Task<WorkerChannel> Connected => _connected.Task;

    /// <summary>Who the worker says it is, once it is connected.</summary>
    public string? WorkerId { get; private set; }

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken))
            return;
        var first = requestStream.Current;
        Assert.Equal(StreamingMessage.ContentOneofCase.StartStream, first.ContentCase);
        WorkerId = first.StartStream.WorkerId;
        var channel = new WorkerChannel(responseStream);
        _connected.TrySetResult(channel);
        while (await requestStream.MoveNext(context.CancellationToken))
            channel.Take(requestStream.Current);
    }
}
