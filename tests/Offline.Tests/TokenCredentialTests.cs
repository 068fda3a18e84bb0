using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Offline.Tests;

public sealed class TokenCredentialTests
{
    [Fact]
    public async Task Token_IsAskedForStorageAndSent()
    {
        var handler = new RecordingHandler();
        var options = new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(handler)) };
        var credential = new FixedCredential();
        var table = new TableClient(new Uri("https://flows.table.core.windows.net"), "rows", credential, options);

        await table.AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.Equal(("flows", new Uri("https://flows.table.core.windows.net/rows")), (table.AccountName, table.Uri));
        Assert.Equal(("Bearer the-token", "2020-12-06", "/rows"), (handler.Authorization, handler.Version, handler.Path));
    }

    [Fact]
    public async Task ServiceClient_SharesItsCredentialWithItsTables()
    {
        var handler = new RecordingHandler();
        var options = new TableClientOptions(TableClientOptions.ServiceVersion.V2019_02_02) { Transport = new HttpClientTransport(new HttpClient(handler)) };
        var service = new TableServiceClient(new Uri("https://flows.table.core.windows.net/"), new FixedCredential(), options);

        await service.GetTableClient("rows").DeleteEntityAsync("p", "it's");

        Assert.Equal(("Bearer the-token", "2019-02-02"), (handler.Authorization, handler.Version));
        Assert.Equal("/rows(PartitionKey='p',RowKey='it%27%27s')", handler.Path);
    }

    [Fact]
    public async Task PlainHttp_IsRefused()
    {
        var table = new TableClient(new Uri("http://127.0.0.1:1/devstoreaccount1"), "rows", new FixedCredential());
        await Assert.ThrowsAsync<InvalidOperationException>(() => table.CreateAsync());
    }

    private sealed class FixedCredential : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new("the-token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class RecordingHandler : HttpMessageHandler
    {
        public string? Authorization { get; private set; }

        public string? Version { get; private set; }

        public string? Path { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Authorization = request.Headers.Authorization?.ToString();
            Version = request.Headers.GetValues("x-ms-version").Single();
            Path = request.RequestUri?.AbsolutePath;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent) { RequestMessage = request });
        }
    }
}
