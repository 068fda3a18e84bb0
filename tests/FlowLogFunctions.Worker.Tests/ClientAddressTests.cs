using System.Net;

namespace FlowLogFunctions.Worker.Tests;

/// <summary>Where a request comes from, as the app takes it: what the host saw, which it says in X-Forwarded-For in place of what stood there.</summary>
[Collection(WorkerCollection.Name)]
public sealed class ClientAddressTests(AppUnderTest app)
{
    [Theory]
    [InlineData(null, "127.0.0.1")]
    [InlineData("198.51.100.7:5000", "198.51.100.7")]
    [InlineData("192.0.2.1, 198.51.100.7", "198.51.100.7")]
    public async Task Address_IsThatWhichTheNearestProxyAdded(string? forwarded, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/vpcs/vpc-00000000000000000");
        if (forwarded is not null)
            request.Headers.Add("X-Forwarded-For", forwarded);
        await app.Client.SendAsync(request).ExpectAsync(HttpStatusCode.NotFound);

        Assert.Equal(address, await app.LastAuditedAsync("sourceAddress"));
    }
}
