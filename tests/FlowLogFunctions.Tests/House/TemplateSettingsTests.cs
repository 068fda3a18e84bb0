using System.Text.RegularExpressions;
using FlowLogFunctions.Accounts;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Tests.House;

/// <summary>The settings that infra/ gives the app are bound and pass its checks at start, under the very names.</summary>
public sealed partial class TemplateSettingsTests
{
    /// <summary>What others than the app read: the Functions host, the identity library, the exporter of Application Insights.</summary>
    private static readonly IReadOnlyList<string> OfOthers =
    [
        "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "AZURE_CLIENT_ID", "AzureWebJobsDisableHomepage",
        "APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "APPLICATIONINSIGHTS_SDKSTATS_DISABLED",
    ];

    private static readonly IReadOnlyDictionary<string, string> Values = new Dictionary<string, string>
    {
        ["FlowLog__Accounts__0__Id"] = "1000000000000001",
        ["FlowLog__Accounts__0__Name"] = "main",
        ["FlowLog__Accounts__0__AccessKeyId"] = "LTAItest00000001",
        ["FlowLog__Accounts__0__AccessKeySecret"] = "secret00000000000000000000000001",
        ["FlowLog__Regions__Default"] = "cn-beijing",
        ["FlowLog__Regions__Ids__0"] = "cn-beijing",
        ["AzureWebJobsStorage__accountName"] = "stflowlog",
        [TelemetryTargets.ApplicationInsightsSetting] = "InstrumentationKey=00000000-0000-0000-0000-000000000002;IngestionEndpoint=https://127.0.0.1:1/",
        [TelemetryTargets.IdentitySetting] = "ClientId=00000000-0000-0000-0000-000000000001;Authorization=AAD",
    };

    [Fact]
    public void EverySettingOfTheTemplate_IsKnown() => Assert.Equal(
        Values.Keys.Concat(OfOthers).Order(StringComparer.Ordinal), NamedByTheTemplate().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task TemplatesSettings_AreBoundAndPassTheChecksAtStart()
    {
        // As environment variables become settings.
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Values.Select(value => KeyValuePair.Create(value.Key.Replace("__", ":", StringComparison.Ordinal), (string?)value.Value))).Build();
        await using var services = new ServiceCollection().AddLogging().AddFlowLogFunctions(configuration).BuildServiceProvider();

        services.GetRequiredService<IStartupValidator>().Validate();

        var targets = TelemetryTargets.From(configuration);
        var regions = services.GetRequiredService<IOptions<RegionOptions>>().Value;
        var account = Assert.Single(services.GetRequiredService<IOptions<ConfiguredAccounts>>().Value.Accounts);
        Assert.Equal(("1000000000000001", "main", "LTAItest00000001"), (account.Id, account.Name, account.AccessKeyId));
        Assert.Equal("cn-beijing", regions.Default);
        Assert.Equal(["cn-beijing"], regions.Ids);
        Assert.True(targets is { ApplicationInsights: not null, Identity: not null });
        Assert.Equal("https://stflowlog.table.core.windows.net/", services.GetRequiredService<StorageClients>().Tables.Uri.ToString());
    }

    /// <summary>The properties of the variables that hold settings, and the names that are made for lists.</summary>
    private static IEnumerable<string> NamedByTheTemplate()
    {
        var main = Comment().Replace(RepositoryFolder.Read("infra/main.bicep"), "");
        var platform = PlatformSettings().Match(Comment().Replace(RepositoryFolder.Read("infra/function-app.bicep"), "")).Groups[1].Value;
        return Setting().Matches(platform).Select(match => match.Groups[1].Value)
            .Concat(OwnSetting().Matches(main).Select(match => match.Value.Replace("${i}", "0", StringComparison.Ordinal)));
    }

    [GeneratedRegex("^ *//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"var platformSettings = \{(.*?)\n\}", RegexOptions.Singleline)]
    private static partial Regex PlatformSettings();

    [GeneratedRegex(@"^\s*(\w+):", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\bFlowLog__\w+(?:\$\{i\})?")]
    private static partial Regex OwnSetting();
}
