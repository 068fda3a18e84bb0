using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Protocol;

/// <summary>An account's Table service and the pipeline to it.</summary>
internal sealed class TableConnection
{
    private const string TokenScope = "https://storage.azure.com/.default";
    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    private TableConnection(TableEndpoint endpoint, string accountName, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        Endpoint = endpoint;
        AccountName = accountName;
        _version = options.VersionString;
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = TableErrorParser.Instance,
        });
    }

    public TableEndpoint Endpoint { get; }

    public string AccountName { get; }

    public static TableConnection Open(string connectionString, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        var parsed = TableConnectionString.Parse(connectionString);
        return Open(parsed.Endpoint, parsed.Credential, options);
    }

    public static TableConnection Open(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new(new TableEndpoint(endpoint), credential.AccountName, new SharedKeyPolicy(credential), options);
    }

    public static TableConnection Open(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        var service = new TableEndpoint(endpoint);
        return new(service, service.AccountName, new BearerTokenAuthenticationPolicy(credential, TokenScope), options);
    }

    /// <summary>A request to a resource of the service (its path escaped, without a slash at its start); what is no success is an error.</summary>
    public HttpMessage Request(RequestMethod method, string path, ResponseClassifier success)
    {
        var message = _pipeline.CreateMessage();
        message.ResponseClassifier = success;
        message.Request.Method = method;
        message.Request.Uri.Reset(Endpoint.Resource(path));
        message.Request.Headers.SetValue("x-ms-version", _version);
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        message.Request.Headers.SetValue("Accept", TableHeaders.MinimalMetadata);
        return message;
    }

    /// <summary>Sends a request, with retries, and disposes of it. The answer is all in memory.</summary>
    /// <exception cref="RequestFailedException">The service answered with an error.</exception>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        using (message)
        {
            await _pipeline.SendAsync(message, cancellationToken);
            if (message.Response.IsError) throw new RequestFailedException(message.Response);
            if (message.Request.Content is RequestBody body) body.Release();
            return message.Response;
        }
    }
}
