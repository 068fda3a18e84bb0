namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function of the given name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    /// <summary>The function's name, unique in the app.</summary>
    public string Name { get; } = name;
}
