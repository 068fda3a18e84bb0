using FlowLogFunctions.Capture.CloudLogs;

namespace FlowLogFunctions.Tests.Capture.CloudLogs;

public sealed class LogNamesTests
{
    [Theory]
    [InlineData("flowLogResourceID=/A_B/C/y=2024/", "flowLogResourceID=/A_B/C/y=2026/m=03/d=01/h=07/")]
    [InlineData("flowLogResourceID=/A_B/C/Y=2024/", "flowLogResourceID=/A_B/C/Y=2026/M=03/D=01/H=07/")]
    public void Hour_IsWrittenAsTheYearIs(string year, string hour)
    {
        Assert.True(LogNames.IsYear(year));
        Assert.Equal(hour, LogNames.Hour(year, new DateTimeOffset(2026, 3, 1, 7, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()));
    }

    [Theory]
    [InlineData("x/m=00/macAddress=002248b2d3e4/PT1H.json", "002248B2D3E4")]
    [InlineData("x/m=00/MACADDRESS=00-22-48-B2-D3-E4/PT1H.json", "002248B2D3E4")]
    [InlineData("x/m=00/PT1H.json", null)]
    public void MacAddress_IsFoundInAnyCase(string name, string? mac) => Assert.Equal(mac, LogNames.MacOf(name));

    [Fact]
    public void Folders_AreNoYears()
    {
        Assert.False(LogNames.IsYear("flowLogResourceID=/"));
        Assert.False(LogNames.IsYear("y=/"));
    }
}
