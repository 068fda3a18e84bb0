using FlowLogFunctions.LocalHost.Storage;

namespace FlowLogFunctions.LocalHost.Tests.Storage;

public sealed class LocalStorageTests
{
    [Theory]
    [InlineData("data")]
    [InlineData("/srv/flow=logs")]
    [InlineData("UseDevelopmentStorage")]
    public void Folder_IsFolder(string storage) => Assert.True(LocalStorage.IsFolder(storage));

    [Theory]
    [InlineData(null)]
    [InlineData("UseDevelopmentStorage=true")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=b==")]
    [InlineData("BlobEndpoint=https://a.example/;SharedAccessSignature=s")]
    public void ConnectionString_IsNone(string? storage) => Assert.False(LocalStorage.IsFolder(storage));

    [Theory]
    [InlineData(0, 300_000_000)]
    [InlineData(299_999_999, 300_000_000)]
    [InlineData(300_000_000, 350_000_000)]
    [InlineData(420_000_000, 470_000_000)]
    public void LargeTableFile_WarnsAgainWhenItHasGrown(long bytes, long next) =>
        Assert.Equal(next, TableFileWatch.NextWarning(bytes, TableFileWatch.WarnAtBytes));
}
