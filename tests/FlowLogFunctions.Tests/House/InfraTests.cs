using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlowLogFunctions.Accounts;

namespace FlowLogFunctions.Tests.House;

/// <summary>Keeps infra/, the settings sample and docs/deploy.md in step with each other and with the app's options.</summary>
public sealed partial class InfraTests
{
    private const string Main = "infra/main.bicep";
    private const string Sample = "local.settings.sample.json";
    private const string Guide = "docs/deploy.md";
    private const string Alerts = "infra/alerts.bicep";

    private static readonly BicepModule Template = new(Main);

    public static TheoryData<string> BicepFiles => [.. RepositoryFolder.Files("infra", "*.bicep"), .. ParameterFiles];

    public static TheoryData<string> TextsWithSettings => [.. RepositoryFolder.Files("infra", "*"), Sample, Guide];

    private static IReadOnlyList<string> ParameterFiles => RepositoryFolder.Files("infra", "*.bicepparam");

    [Theory, MemberData(nameof(BicepFiles))]
    public void BicepFile_BalancesBracketsAndQuotes(string path) => Assert.Null(BicepText.Read(RepositoryFolder.Read(path)).Problem);

    [Fact]
    public void MainTemplate_CallsEveryModule() => Assert.Equal(
        RepositoryFolder.Files("infra", "*.bicep"),
        Template.Calls.Select(call => call.Module.Path).Append(Main).Order(StringComparer.Ordinal));

    [Fact]
    public void ModuleCalls_PassWhatTheModuleTakes() => Assert.All(Template.Calls, call =>
    {
        Assert.Subset(call.Module.Parameters.ToHashSet(), call.Arguments.ToHashSet());
        Assert.Superset(call.Module.Required.ToHashSet(), call.Arguments.ToHashSet());
        Assert.Subset(call.Module.Outputs.ToHashSet(), Template.OutputsReadOf(call.Name).ToHashSet());
    });

    [Fact]
    public void ParameterFiles_AssignWhatTheTemplateTakes() => Assert.All(ParameterFiles, path =>
    {
        var text = RepositoryFolder.Read(path);
        var assigned = Assignment().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Contains("using 'main.bicep'\n", text);
        Assert.Subset(Template.Parameters.ToHashSet(), assigned);
        Assert.Superset(Template.Required.ToHashSet(), assigned);
    });

    [Fact]
    public void SecureParameters_ComeFromTheEnvironmentOnly() => Assert.All(ParameterFiles, path =>
    {
        Assert.Contains("accessKeySecret", Template.Secure);
        foreach (var secure in Template.Secure)
        {
            Assert.Contains(secure, Template.Required);
            Assert.Matches($@"\nparam {secure} = readEnvironmentVariable\('\w+'\)\n", RepositoryFolder.Read(path));
        }
    });

    [Theory, MemberData(nameof(BicepFiles))]
    public void BicepFile_HoldsNothingThatLooksLikeASecret(string path) =>
        Assert.DoesNotContain(BicepText.Read(RepositoryFolder.Read(path)).Literals, LooksLikeASecret);

    [Theory]
    [InlineData("Zk3vQ9xT1mB7rL5wN2cH8yD4pS6gJ0aE", true)]
    [InlineData("AccountKey=abc", true)]
    [InlineData("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", false)]
    [InlineData("Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31", false)]
    public void SecretLookalike_IsTold(string literal, bool secret) => Assert.Equal(secret, LooksLikeASecret(literal));

    [Theory, MemberData(nameof(TextsWithSettings))]
    public void SettingsNamed_AreTheApps(string path) =>
        Assert.Subset(SettingNames.Declared.ToHashSet(), SettingNames.NamedIn(RepositoryFolder.Read(path)).ToHashSet());

    [Fact]
    public void EverySettingOfTheApp_StandsInTheGuide() =>
        Assert.Subset(SettingNames.NamedIn(RepositoryFolder.Read(Guide)).ToHashSet(), SettingNames.Declared.ToHashSet());

    [Fact]
    public void MetricsThatAlertsAskFor_AreTheApps()
    {
        var sources = string.Concat(RepositoryFolder.FilesBelow("src/FlowLogFunctions", "*.cs").Select(RepositoryFolder.Read));
        var asked = MetricName().Matches(RepositoryFolder.Read(Alerts)).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, name => Assert.Contains($"(\"{name}\"", sources, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryAlert_HasItsAdviceInTheGuide()
    {
        var rules = RuleName().Matches(RepositoryFolder.Read(Alerts)).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(rules);
        Assert.All(rules, name => Assert.Contains($"| `{name}` |", RepositoryFolder.Read(Guide), StringComparison.Ordinal));
    }

    [Fact]
    public void SettingsSample_IsRefusedUntilItsKeyIsReplaced()
    {
        using var sample = JsonDocument.Parse(RepositoryFolder.Read(Sample));
        string Value(string name) => sample.RootElement.GetProperty("Values").GetProperty($"FlowLog__Accounts__0__{name}").GetString()!;
        var account = new AccountOptions
        {
            Id = Value(nameof(AccountOptions.Id)),
            AccessKeyId = Value(nameof(AccountOptions.AccessKeyId)),
            AccessKeySecret = Value(nameof(AccountOptions.AccessKeySecret)),
        };
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(account, new ValidationContext(account), results, validateAllProperties: true);
        Assert.Equal(
            [nameof(AccountOptions.Id), nameof(AccountOptions.AccessKeyId), nameof(AccountOptions.AccessKeySecret)],
            results.SelectMany(result => result.MemberNames));
    }

    private static bool LooksLikeASecret(string literal) =>
        literal.Contains("AccountKey=", StringComparison.OrdinalIgnoreCase)
        || literal.Contains("sig=", StringComparison.OrdinalIgnoreCase)
        || LongToken().Matches(literal).Any(token => token.Value.Any(char.IsDigit) && token.Value.Any(char.IsLetter));

    [GeneratedRegex(@"^param (\w+) = ", RegexOptions.Multiline)]
    private static partial Regex Assignment();

    [GeneratedRegex("'(flowlog[.][a-z._]+)'")]
    private static partial Regex MetricName();

    [GeneratedRegex("^  '?([a-z-]+)'?: [{]$", RegexOptions.Multiline)]
    private static partial Regex RuleName();

    /// <summary>As long as an access key's secret; a storage account's key is longer.</summary>
    [GeneratedRegex("[A-Za-z0-9+/=]{32,}")]
    private static partial Regex LongToken();
}
