using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace FlowLogFunctions.Observability;

/// <summary>Where metrics, traces and logs are sent to, as the settings say; by default nowhere.</summary>
/// <param name="Collector">A collector that speaks OTLP; the exporter reads protocol, headers and intervals from the settings <c>OTEL_…</c>.</param>
/// <param name="ApplicationInsights">The connection string of Application Insights.</param>
/// <param name="Identity">As whom Application Insights is written to; null without signing in.</param>
internal sealed record TelemetryTargets(Uri? Collector, string? ApplicationInsights, ManagedIdentityCredential? Identity)
{
    public const string CollectorSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string ApplicationInsightsSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    public const string IdentitySetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    public bool HasAny => Collector is not null || ApplicationInsights is not null;

    /// <summary>Settings that cannot be what they say count as not there; <see cref="ProblemsOf"/> names them.</summary>
    public static TelemetryTargets From(IConfiguration configuration) => new(
        CollectorOf(configuration[CollectorSetting]),
        configuration[ApplicationInsightsSetting] is { Length: > 0 } connection && IsConnection(connection) ? connection : null,
        IdentityOf(configuration[IdentitySetting]));

    public static IEnumerable<string> ProblemsOf(IConfiguration configuration)
    {
        if (configuration[CollectorSetting] is { Length: > 0 } collector && CollectorOf(collector) is null)
            yield return $"The setting {CollectorSetting} must be an address such as http://localhost:4317.";
        if (configuration[ApplicationInsightsSetting] is { Length: > 0 } connection && !IsConnection(connection))
            yield return $"The setting {ApplicationInsightsSetting} must be a connection string with InstrumentationKey=….";
        if (configuration[IdentitySetting] is { Length: > 0 } identity && IdentityOf(identity) is null)
            yield return $"The setting {IdentitySetting} must hold Authorization=AAD.";
    }

    private static Uri? CollectorOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;

    private static bool IsConnection(string text) => Parts(text)["InstrumentationKey"].Any(key => key.Length > 0);

    /// <summary>Of <c>Authorization=AAD</c>, with <c>ClientId=…</c> where the identity is not the app's only one.</summary>
    private static ManagedIdentityCredential? IdentityOf(string? text)
    {
        var parts = Parts(text ?? "");
        if (!parts["Authorization"].Contains("AAD", StringComparer.OrdinalIgnoreCase))
            return null;
        return new(parts["ClientId"].FirstOrDefault() is { Length: > 0 } client
            ? ManagedIdentityId.FromUserAssignedClientId(client)
            : ManagedIdentityId.SystemAssigned);
    }

    private static ILookup<string, string> Parts(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .ToLookup(part => part[0], part => part[^1], StringComparer.OrdinalIgnoreCase);
}
