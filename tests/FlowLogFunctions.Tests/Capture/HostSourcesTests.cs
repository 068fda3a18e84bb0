using FlowLog.Flows;
using FlowLogFunctions.Accounts;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Network;
using FlowLogFunctions.Tests.Capture.CloudLogs;
using FlowLogFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Tests.Capture;

[Collection(ApiCollection.Name)]
public sealed class HostSourcesTests(ApiFixture api)
{
    [Theory]
    [InlineData("1", "", "1")]
    [InlineData("1 1", "", "1")]
    [InlineData("1 2", "", "")]
    [InlineData("", "", "")]
    [InlineData("1 2 3", "2 3", "2 3")]
    [InlineData("1 2 3", "*", "1 2 3")]
    [InlineData("1 2 3", "2 *", "1 2 3")]
    [InlineData("1", "2", "2")]
    public void AreOfTheAccountsOfTheSettings_OrOfTheOnlyOne(string accounts, string named, string allowed)
    {
        var sources = new HostSources(Options.Create(new HostSourceOptions { AccountIds = Words(named) }), Configured(accounts));

        foreach (var type in new[] { TrafficSourceType.Interface, TrafficSourceType.VNetFlowLogs, TrafficSourceType.NsgFlowLogs, TrafficSourceType.AwsFlowLogs })
            Assert.Equal(Words(allowed), Words("1 2 3").Where(account => sources.Allow(account, type)));
        foreach (var type in new[] { TrafficSourceType.None, TrafficSourceType.Pcap, TrafficSourceType.Generator })
            Assert.Equal(Words("1 2 3"), Words("1 2 3").Where(account => sources.Allow(account, type)));
    }

    [Fact]
    public void WhoIsNoAccount_IsRefusedAtStart()
    {
        var validation = new HostSourceOptionsValidation(Configured("1 2"));

        Assert.True(validation.Validate(null, new() { AccountIds = Words("2 *") }).Succeeded);
        Assert.Equal(
            ["FlowLog:HostSources:AccountIds:0 must be one of FlowLog:Accounts, or * for all of them", "FlowLog:HostSources:AccountIds:2 must be one of FlowLog:Accounts, or * for all of them"],
            validation.Validate(null, new() { AccountIds = Words("3 1 1*") }).Failures);
    }

    [Fact]
    public async Task AccountThatLostTheRight_IsCapturedNoMore_AndItsRecordsSayWhy()
    {
        await using var cloud = await CloudStage.OpenAsync(api, new { type = "vnet-flow-logs" });
        await AzureLogWriter.VNet(cloud.Blobs, cloud.Now, cloud.Mac).AddAsync(cloud.Record(cloud.Tuple(cloud.Now, 50_001, 100)));

        await using var later = cloud.Stage.Restarted(services => services.PostConfigure<HostSourceOptions>(options => options.AccountIds = [api.Outsider.AccountId]));
        await later.CaptureAsync(TimeSpan.FromMinutes(3));
        await later.IngestAsync();

        var records = await later.RecordsAsync("flows");
        Assert.NotEmpty(records);
        Assert.All(records, record => Assert.Equal(LogStatus.SkipData, record.Status));
        Assert.All(records, record => Assert.Contains("FlowLog__HostSources__AccountIds__0", record.SkipReason, StringComparison.Ordinal));
    }

    private static IOptions<ConfiguredAccounts> Configured(string ids) => Options.Create(new ConfiguredAccounts { Accounts = [.. Words(ids).Select(id => new AccountOptions { Id = id })] });

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
