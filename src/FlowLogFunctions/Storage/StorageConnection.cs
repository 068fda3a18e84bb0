using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace FlowLogFunctions.Storage;

/// <summary>
/// Where tables, queues and blobs are, from the setting <c>AzureWebJobsStorage</c>: a connection string, or identity-based as
/// <c>AzureWebJobsStorage:accountName</c> or the three <c>…:tableServiceUri</c>, <c>queueServiceUri</c>, <c>blobServiceUri</c>.
/// </summary>
internal sealed record StorageConnection(string? ConnectionString, Uri? Tables, Uri? Queues, Uri? Blobs)
{
    public const string Setting = "AzureWebJobsStorage";

    /// <summary>What is to be said where <see cref="Find"/> finds none.</summary>
    public const string Lacking =
        $"The setting {Setting} is missing or wrong: it must be a storage connection string, or {Setting}__accountName for the app's identity.";

    /// <exception cref="InvalidOperationException">The settings say nothing, not enough, or nothing that can be used.</exception>
    public static StorageConnection From(IConfiguration configuration) => Find(configuration) ?? throw new InvalidOperationException(Lacking);

    /// <summary>Null if the settings say nothing, not enough, or nothing that can be used.</summary>
    public static StorageConnection? Find(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } text)
            return IsUsable(text) ? new(text, null, null, null) : null;
        var section = configuration.GetSection(Setting);
        var account = section["accountName"];
        Uri? Of(string service, string name)
        {
            var address = section[name] is { Length: > 0 } own ? own : account is null ? null : $"https://{account}.{service}.core.windows.net";
            return Uri.TryCreate(address, UriKind.Absolute, out var found) ? found : null;
        }

        var connection = new StorageConnection(
            null, Of("table", "tableServiceUri"), Of("queue", "queueServiceUri"), Of("blob", "blobServiceUri"));
        return connection is { Tables: not null, Queues: not null, Blobs: not null } ? connection : null;
    }

    private static bool IsUsable(string connection)
    {
        try
        {
            return new QueueServiceClient(connection).Uri.IsAbsoluteUri;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
