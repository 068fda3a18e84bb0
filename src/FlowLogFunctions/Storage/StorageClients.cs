using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace FlowLogFunctions.Storage;

/// <summary>The clients of the app's storage account. Policies given to it see every call, for tests of faults.</summary>
internal sealed class StorageClients(StorageConnection connection, IEnumerable<HttpPipelinePolicy> policies)
{
    private readonly TokenCredential? _identity = connection.ConnectionString is null ? new DefaultAzureCredential() : null;

    public TableServiceClient Tables => field ??= connection.ConnectionString is { } text
        ? new(text, With(new TableClientOptions()))
        : new(connection.Tables!, _identity!, With(new TableClientOptions()));

    public QueueServiceClient Queues => field ??= connection.ConnectionString is { } text
        ? new(text, With(QueueOptions()))
        : new(connection.Queues!, _identity!, With(QueueOptions()));

    /// <summary>The same queues, with messages as they lie there: what is damaged need not be base64.</summary>
    public QueueServiceClient PlainQueues => field ??= connection.ConnectionString is { } text
        ? new(text, With(new QueueClientOptions()))
        : new(connection.Queues!, _identity!, With(new QueueClientOptions()));

    public BlobServiceClient Blobs => field ??= connection.ConnectionString is { } text
        ? new(text, With(new BlobClientOptions()))
        : new(connection.Blobs!, _identity!, With(new BlobClientOptions()));

    /// <summary>Blobs of another account.</summary>
    /// <param name="place">A connection string, or the address of the Blob service, reached with the app's identity.</param>
    public BlobServiceClient BlobsOf(string place) => Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
        ? new(address, _identity ?? new DefaultAzureCredential(), With(new BlobClientOptions()))
        : new(place, With(new BlobClientOptions()));

    /// <summary>As the Storage Queues extension reads it (host.json: messageEncoding).</summary>
    private static QueueClientOptions QueueOptions() => new() { MessageEncoding = QueueMessageEncoding.Base64 };

    private T With<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 4;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(5);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        foreach (var policy in policies)
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        return options;
    }
}
