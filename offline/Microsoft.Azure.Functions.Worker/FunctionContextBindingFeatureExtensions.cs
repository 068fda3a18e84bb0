namespace Microsoft.Azure.Functions.Worker;

/// <summary>What an invocation was given and has returned.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <exception cref="NotSupportedException">Always: an offline build has no worker, and so no invocation by one.</exception>
    public static InvocationResult GetInvocationResult(this FunctionContext context) => throw new NotSupportedException();
}
