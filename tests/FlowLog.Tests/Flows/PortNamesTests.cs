using FlowLog.Flows;

namespace FlowLog.Tests.Flows;

public class PortNamesTests
{
    [Theory]
    [InlineData("https", 443)]
    [InlineData("SSH", 22)]
    [InlineData("dns", 53)]
    [InlineData("domain", 53)]
    [InlineData("ms-wbt-server", 3389)]
    public void AName_HasItsPort(string name, int port) => Assert.Equal(port, PortNames.Find(name));

    [Theory]
    [InlineData("")]
    [InlineData("443")]
    [InlineData("htps")]
    public void AnythingElse_HasNone(string name) => Assert.Null(PortNames.Find(name));

    /// <summary>A search tells names from numbers and wildcards by their letters.</summary>
    [Fact]
    public void Names_AreLowerCaseAndBeginWithALetter()
    {
        Assert.InRange(PortNames.All.Count, 100, 1_000);
        Assert.All(PortNames.All, pair =>
        {
            Assert.Matches("^[a-z][a-z0-9-]*$", pair.Key);
            Assert.InRange(pair.Value, 1, 65_535);
        });
    }
}
