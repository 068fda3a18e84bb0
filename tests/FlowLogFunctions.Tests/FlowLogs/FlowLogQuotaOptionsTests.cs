using FlowLogFunctions.FlowLogs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Tests.FlowLogs;

public sealed class FlowLogQuotaOptionsTests
{
    [Fact]
    public void Default_IsAlibabaClouds() => Assert.Equal(10, Read(null).FlowLogsPerRegion);

    [Fact]
    public void Setting_IsRead() => Assert.Equal(25, Read("25").FlowLogsPerRegion);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1001")]
    public void SettingOutOfBounds_IsRefused(string setting)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Read(setting));

        Assert.Contains("FlowLog:Quota:FlowLogsPerRegion", fault.Message, StringComparison.Ordinal);
    }

    private static FlowLogQuotaOptions Read(string? setting)
    {
        Dictionary<string, string?> settings = setting is null ? [] : new() { ["FlowLog:Quota:FlowLogsPerRegion"] = setting };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using var services = new ServiceCollection().AddFlowLogs(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<FlowLogQuotaOptions>>().Value;
    }
}
