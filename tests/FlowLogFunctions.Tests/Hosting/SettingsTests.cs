using FlowLogFunctions.Hosting;
using FlowLogFunctions.Limits;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Tests.Hosting;

/// <summary>Settings that are wrong in every way: the start lists all of them.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void WhatIsWrong_IsListedAtOnce()
    {
        var problems = Problems(
            ("FlowLog:Limits:Burst", "many"), ("FlowLog:Limits:RequestsPerSecond", "-1"), ("FlowLog:Limits:TrustedProxies", "1.5"), ("FlowLog:Audit:TtlDays", "x"),
            ("FlowLog:Quota:FlowLogsPerRegion", "0"), ("AzureWebJobsStorage", "DefaultEndpointsProtocol=https"), ("OTEL_EXPORTER_OTLP_ENDPOINT", "x"));

        foreach (var named in (string[])["Burst", "RequestsPerSecond", "TrustedProxies", "TtlDays", "FlowLogsPerRegion", "AzureWebJobsStorage", "OTEL_EXPORTER_OTLP_ENDPOINT"])
            Assert.Contains(problems, problem => problem.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIsOutOfBounds_IsNamedAsItIsSet() =>
        Assert.Contains(Problems(("FlowLog:Tail:Seconds", "99999")), problem => problem.StartsWith("FlowLog:Tail:Seconds: ", StringComparison.Ordinal));

    [Fact]
    public void WithoutStorage_ItSaysSo() => Assert.Contains(Problems(), problem => problem.Contains("AzureWebJobsStorage__accountName", StringComparison.Ordinal));

    [Fact]
    public void WhatFits_IsReadBesideWhatDoesNot()
    {
        var section = new ConfigurationManager { ["A:Burst"] = "many", ["A:RequestsPerSecond"] = "7", ["A:Unknown"] = "x" }.GetSection("A");
        var (options, settings) = (new LimitOptions(), new SettingsSection<LimitOptions>(section));

        settings.Configure(options);

        Assert.Equal((7, new LimitOptions().Burst), (options.RequestsPerSecond, options.Burst));
        Assert.Contains("A:Burst", Assert.Single(settings.Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Problems(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var (name, value) in settings)
            configuration[name] = value;
        using var services = new ServiceCollection().AddLogging().AddFlowLogFunctions(configuration).BuildServiceProvider();
        return SettingProblems.In(Assert.ThrowsAny<Exception>(services.GetRequiredService<IStartupValidator>().Validate));
    }
}
