namespace Microsoft.Azure.Functions.Worker;

/// <summary>What an invocation has returned.</summary>
public abstract class InvocationResult
{
    /// <summary>The value; may be replaced.</summary>
    public abstract object? Value { get; set; }
}
