using Microsoft.Extensions.Configuration;

namespace FlowLogFunctions.LocalHost.Settings;

/// <summary>host.json, and over it the environment's <c>AzureFunctionsJobHost__…</c>, as the Functions host reads them.</summary>
internal sealed class HostSettings(IConfiguration host)
{
    private const string EnvironmentPrefix = "AzureFunctionsJobHost__";

    /// <summary>What comes before each HTTP function's route; "api" as in the Functions host unless host.json says otherwise.</summary>
    public string RoutePrefix => host["extensions:http:routePrefix"] ?? "api";

    public IConfigurationSection Queues => host.GetSection("extensions:queues");

    /// <exception cref="StartException">The file is not valid JSON.</exception>
    public static HostSettings Read(string file)
    {
        try
        {
            return new(new ConfigurationBuilder().AddJsonFile(file, optional: true).AddEnvironmentVariables(EnvironmentPrefix).Build());
        }
        catch (InvalidDataException problem)
        {
            throw new StartException($"{file}: {(problem.InnerException ?? problem).Message}");
        }
    }
}
