using FlowLog.Cli.Times;

namespace FlowLog.Cli.Tests.Times;

public sealed class TimeTextTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_767_225_600);

    [Theory]
    [InlineData("now", 1_767_225_600)]
    [InlineData("-90s", 1_767_225_510)]
    [InlineData("-15m", 1_767_224_700)]
    [InlineData("-2h", 1_767_218_400)]
    [InlineData("-1d", 1_767_139_200)]
    [InlineData("-1w", 1_766_620_800)]
    [InlineData("0", 0)]
    [InlineData("1767225600", 1_767_225_600)]
    [InlineData("2026-01-01", 1_767_225_600)]
    [InlineData("2026-01-01T01:00:00Z", 1_767_229_200)]
    [InlineData("2026-01-01T01:00:00", 1_767_229_200)]
    [InlineData("2026-01-01 01:00", 1_767_229_200)]
    [InlineData("2026-01-01T01:00:00+08:00", 1_767_200_400)]
    [InlineData("2026-01-01T01:00:00.999Z", 1_767_229_200)]
    public void Times_AreRead(string text, long seconds)
    {
        Assert.True(TimeText.TryParse(text, Now, out var read));
        Assert.Equal(seconds, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-h")]
    [InlineData("-0h")]
    [InlineData("-2")]
    [InlineData("-2y")]
    [InlineData("--2h")]
    [InlineData("+2h")]
    [InlineData("2h")]
    [InlineData("-1.5h")]
    [InlineData("-99999999999999999999h")]
    [InlineData("-9223372036854775807w")]
    [InlineData("-100000w")]
    [InlineData("10:30")]
    [InlineData("5/6")]
    [InlineData("2026-13-01")]
    [InlineData("2026-01-01T25:00:00Z")]
    [InlineData("1969-12-31")]
    [InlineData("99999999999999")]
    [InlineData("yesterday")]
    public void OthersAreNot(string text) => Assert.False(TimeText.TryParse(text, Now, out _));
}
