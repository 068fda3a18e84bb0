namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>ASP.NET Core's request and result types in HTTP functions.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>The local host always serves through ASP.NET Core, so there is nothing to configure.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) => builder;
}
