using Azure.Data.Tables;

namespace Offline.Tests.Protocol;

public sealed class TableConnectionStringTests
{
    private const string Key = "AAECAwQFBgc=";

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("usedevelopmentstorage=True;", "devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("AccountName=flows;AccountKey=" + Key, "flows", "https://flows.table.core.windows.net/")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=flows;AccountKey=" + Key + ";EndpointSuffix=core.chinacloudapi.cn", "flows", "http://flows.table.core.chinacloudapi.cn/")]
    [InlineData(" AccountName = flows ; AccountKey = " + Key + " ; TableEndpoint = http://10.0.0.1:2/flows ;", "flows", "http://10.0.0.1:2/flows")]
    public void Valid_TellsAccountAndEndpoint(string connectionString, string account, string endpoint)
    {
        var service = new TableServiceClient(connectionString);
        Assert.Equal((account, new Uri(endpoint)), (service.AccountName, service.Uri));
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=false")]
    [InlineData("AccountName=flows")]
    [InlineData("AccountKey=" + Key)]
    [InlineData("AccountName=flows;AccountKey=not base64!")]
    [InlineData("AccountName=flows;AccountName=rows;AccountKey=" + Key)]
    [InlineData("AccountName=flows;AccountKey=" + Key + ";TableEndpoint=somewhere")]
    [InlineData("nonsense")]
    [InlineData("=x")]
    public void Invalid_IsRefused(string connectionString) =>
        Assert.Throws<FormatException>(() => new TableClient(connectionString, "rows"));

    [Fact]
    public void Missing_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new TableServiceClient((string)null!));
        Assert.Throws<ArgumentException>(() => new TableClient("UseDevelopmentStorage=true", ""));
    }

    [Fact]
    public void SharedAccessSignature_IsNotSupported() =>
        Assert.Throws<NotSupportedException>(() => new TableServiceClient("TableEndpoint=https://a.table.core.windows.net;SharedAccessSignature=sig"));
}
