using System.Text;
using FlowLog.Imports.Records;

namespace FlowLog.Tests.Imports.Records;

public sealed class TimeTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1767225600", 1767225600)]
    [InlineData("1767225600999", 1767225600)]
    [InlineData("2026-01-01 00:00:00", 1767225600)]
    [InlineData("2026-01-01T00:00:59.123Z", 1767225659)]
    [InlineData("2026-01-01 00:00:00+00", 1767225600)]
    [InlineData("2024-02-29 23:59:59", 1709251199)]
    [InlineData("1970-01-01 00:00:00", 0)]
    public void Times_AreRead(string text, long seconds)
    {
        Assert.True(new TimeText().TryParse(Encoding.UTF8.GetBytes(text), out var read));
        Assert.Equal(seconds, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("2026-01-01")]
    [InlineData("2026-02-30 00:00:00")]
    [InlineData("2026-13-01 00:00:00")]
    [InlineData("2026-01-01 24:00:00")]
    [InlineData("2026-01-01 00:00:60")]
    [InlineData("2026-01-01 00:00:00+01")]
    [InlineData("1969-12-31 23:59:59")]
    [InlineData("2026-01-01x00:00:00")]
    public void OtherTexts_AreNot(string text) => Assert.False(new TimeText().TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void TheMinuteOfTheLineBefore_DoesNotStick()
    {
        var time = new TimeText();
        foreach (var minute in (int[])[5, 5, 6, 5, 59])
        {
            Assert.True(time.TryParse(Encoding.UTF8.GetBytes($"2026-01-01 00:{minute:00}:07"), out var read));
            Assert.Equal(1767225600 + (minute * 60) + 7, read);
            Assert.False(time.TryParse("2026-99-01 00:00:00"u8, out _));
        }
    }
}
