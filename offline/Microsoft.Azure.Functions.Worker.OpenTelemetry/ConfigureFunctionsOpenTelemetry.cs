using OpenTelemetry;

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry;

/// <summary>What a function app says of its telemetry to the Functions host. The local host does not ask.</summary>
public static class ConfigureFunctionsOpenTelemetry
{
    /// <summary>Changes nothing.</summary>
    public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder) => builder;
}
