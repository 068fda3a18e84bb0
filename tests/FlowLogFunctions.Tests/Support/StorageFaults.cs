using Azure.Core;
using Azure.Core.Pipeline;

namespace FlowLogFunctions.Tests.Support;

/// <summary>Decides of each storage call, before it is sent, whether it fails.</summary>
internal sealed class StorageFaults : HttpPipelinePolicy
{
    /// <summary>Throws what the call is to fail with; null lets all through.</summary>
    public Action<Request>? Before { get; set; }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Before?.Invoke(message.Request);
        ProcessNext(message, pipeline);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Before?.Invoke(message.Request);
        return ProcessNextAsync(message, pipeline);
    }
}
