using Microsoft.Extensions.Configuration;

namespace FlowLogFunctions.Storage;

/// <summary>
/// Where tables, queues and blobs are, from the setting <c>AzureWebJobsStorage</c>: a connection string, or identity-based as
/// <c>AzureWebJobsStorage:accountName</c> or the three <c>…:tableServiceUri</c>, <c>queueServiceUri</c>, <c>blobServiceUri</c>.
/// </summary>
internal sealed record StorageConnection(string? ConnectionString, Uri? Tables, Uri? Queues, Uri? Blobs)
{
    public const string Setting = "AzureWebJobsStorage";

    /// <exception cref="InvalidOperationException">The settings say nothing, or not enough.</exception>
    public static StorageConnection From(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } text)
            return new(text, null, null, null);
        var section = configuration.GetSection(Setting);
        var account = section["accountName"];
        Uri? Of(string service, string name) =>
            section[name] is { Length: > 0 } uri ? new Uri(uri) : account is null ? null : new Uri($"https://{account}.{service}.core.windows.net");
        var connection = new StorageConnection(
            null, Of("table", "tableServiceUri"), Of("queue", "queueServiceUri"), Of("blob", "blobServiceUri"));
        return connection is { Tables: not null, Queues: not null, Blobs: not null }
            ? connection
            : throw new InvalidOperationException(
                $"The setting {Setting} is missing: a storage connection string, or {Setting}__accountName for the app's identity.");
    }
}
