using Azure.Data.Tables;
using Azure.Data.Tables.Protocol;

namespace Offline.Tests.Protocol;

public sealed class SharedKeyPolicyTests
{
    [Theory]
    [InlineData("https://acct.table.core.windows.net/Tables", "/acct/Tables")]
    [InlineData("https://acct.table.core.windows.net/t()?$filter=a%20eq%201&$top=5", "/acct/t()")]
    [InlineData("http://127.0.0.1:10002/acct/Tables", "/acct/acct/Tables")]
    [InlineData("https://acct.table.core.windows.net/?restype=service&comp=properties", "/acct/?comp=properties")]
    [InlineData("https://acct.table.core.windows.net/t(PartitionKey='a%20b',RowKey='%27%27')", "/acct/t(PartitionKey='a%20b',RowKey='%27%27')")]
    public void Resource_IsAccountAndPathAsSent(string uri, string resource) =>
        Assert.Equal(resource, new SharedKeyPolicy(new TableSharedKeyCredential("acct", "AAECAw==")).CanonicalizedResource(new Uri(uri)));

    // The expected value was computed with OpenSSL: printf 'text' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00010203 -binary | base64
    [Fact]
    public void Signature_IsHmacSha256() =>
        Assert.Equal("ZNXwVlCOtIYvO52JvjOov/kE5dSN/jafEayAh0hFN+Y=", new TableSharedKeyCredential("acct", "AAECAw==").Sign("text"));
}
