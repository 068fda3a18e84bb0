namespace Microsoft.Azure.Functions.Worker;

/// <summary>A function of the app.</summary>
public abstract class FunctionDefinition
{
    /// <summary>Its name, unique in the app.</summary>
    public abstract string Name { get; }
}
