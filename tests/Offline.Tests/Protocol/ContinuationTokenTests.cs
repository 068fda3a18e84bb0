using Azure.Data.Tables.Protocol;

namespace Offline.Tests.Protocol;

public sealed class ContinuationTokenTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", null, null)]
    [InlineData(" ", null, null)]
    [InlineData("p r", "p", "r")]
    [InlineData("p ", "p", null)]
    [InlineData("part", "part", null)]
    [InlineData("1!8!cA-- 1!8!cg--", "1!8!cA--", "1!8!cg--")]
    public void Text_IsTheTwoKeysWithASpace(string? token, string? partition, string? row) =>
        Assert.Equal(new ContinuationToken(partition, row), ContinuationToken.Parse(token));
}
