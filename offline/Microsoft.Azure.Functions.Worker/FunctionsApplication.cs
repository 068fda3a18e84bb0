namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Entry point of a function app.</summary>
public class FunctionsApplication
{
    protected FunctionsApplication()
    {
    }

    /// <summary>A builder with the generic host's defaults.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
