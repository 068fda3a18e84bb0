using Azure.Core;
using Azure.Core.Pipeline;

namespace FlowLogFunctions.Tests.Support;

/// <summary>The worker is gone: nothing of it runs on.</summary>
internal sealed class WorkerKilledException() : Exception("The worker was killed.");

/// <summary>Kills a worker at its storage calls, before they are sent or after they took effect, as its own dice say.</summary>
internal sealed class KillPoints : HttpPipelinePolicy
{
    private readonly AsyncLocal<Func<bool>?> _dies = new();
    private readonly AsyncLocal<Func<Request, bool>?> _diesAt = new();

    /// <summary>Says for the calls of this asynchronous flow, each time it is asked, whether the worker dies now.</summary>
    public Func<bool>? Dies
    {
        get => _dies.Value;
        set => _dies.Value = value;
    }

    /// <summary>The same for those who care which call it is.</summary>
    public Func<Request, bool>? DiesAt
    {
        get => _diesAt.Value;
        set => _diesAt.Value = value;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        PerhapsDie(message);
        ProcessNext(message, pipeline);
        PerhapsDie(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        PerhapsDie(message);
        await ProcessNextAsync(message, pipeline);
        PerhapsDie(message);
    }

    private void PerhapsDie(HttpMessage message)
    {
        if (Dies?.Invoke() == true || DiesAt?.Invoke(message.Request) == true)
            throw new WorkerKilledException();
    }
}
