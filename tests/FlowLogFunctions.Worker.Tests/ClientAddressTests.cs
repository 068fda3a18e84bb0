using System.Net;
using System.Net.Http.Json;

namespace FlowLogFunctions.Worker.Tests;

/// <summary>Whom the app believes where a request comes from; two proxies are trusted.</summary>
[Collection(WorkerCollection.Name)]
public sealed class ClientAddressTests(AppUnderTest app)
{
    [Theory]
    [InlineData("192.0.2.1, 198.51.100.7, 203.0.113.9", "198.51.100.7")]
    [InlineData("198.51.100.7:5000, 203.0.113.9", "198.51.100.7")]
    [InlineData("198.51.100.7", "127.0.0.1")]
    [InlineData(null, "127.0.0.1")]
    public async Task Address_IsThatWhichTheTrustedProxiesSaw(string? forwarded, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/vpcs/vpc-00000000000000000");
        if (forwarded is not null)
            request.Headers.Add("X-Forwarded-For", forwarded);
        await app.Client.SendAsync(request).ExpectAsync(HttpStatusCode.NotFound);

        Assert.Equal(address, await app.LastAuditedAsync("sourceAddress"));
    }
}
