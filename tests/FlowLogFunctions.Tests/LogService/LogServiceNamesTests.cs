using FlowLogFunctions.LogService;

namespace FlowLogFunctions.Tests.LogService;

public sealed class LogServiceNamesTests
{
    [Theory]
    [InlineData("abc")]
    [InlineData("0-9")]
    [InlineData("a--z")]
    [InlineData("a23456789012345678901234567890123456789012345678901234567890123")]
    public void NameWithinTheRules_IsTaken(string name)
    {
        Assert.Null(LogServiceNames.ProjectComplaint(name));
        Assert.Null(LogServiceNames.LogstoreComplaint(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    [InlineData("-ab")]
    [InlineData("ab-")]
    [InlineData("_ab")]
    [InlineData("ab_")]
    [InlineData("Abc")]
    [InlineData("a.c")]
    [InlineData("a|c")]
    [InlineData("a/c")]
    [InlineData("a c")]
    [InlineData("aéc")]
    [InlineData("a\u200Fc")]
    [InlineData("\u0661bc")]
    public void NameAgainstTheRules_IsRefused(string name)
    {
        Assert.NotNull(LogServiceNames.ProjectComplaint(name));
        Assert.NotNull(LogServiceNames.LogstoreComplaint(name));
    }

    [Fact]
    public void Underscore_IsForLogstoresOnly()
    {
        Assert.NotNull(LogServiceNames.ProjectComplaint("a_b"));
        Assert.Null(LogServiceNames.LogstoreComplaint("a_b"));
    }

    [Fact]
    public void Limits_AreAlibabaClouds()
    {
        Assert.Equal(50, LogServiceLimits.Projects);
        Assert.Equal(200, LogServiceLimits.LogstoresPerProject);
        Assert.Equal((1, 3650), (LogServiceLimits.MinTtlDays, LogServiceLimits.MaxTtlDays));
        Assert.Equal((300, 7), (LogServiceLimits.DefaultTtlDays, LogServiceLimits.ReportTtlDays));
    }
}
