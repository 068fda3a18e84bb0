namespace FlowLogFunctions.LocalHost.Tests.Http;

/// <summary>What the functions under test saw of a request while it ran.</summary>
internal sealed class RequestLog
{
    public TaskCompletionSource FirstBytes { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
