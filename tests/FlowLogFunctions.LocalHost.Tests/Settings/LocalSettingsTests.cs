using FlowLogFunctions.LocalHost.Settings;
using FlowLogFunctions.LocalHost.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace FlowLogFunctions.LocalHost.Tests.Settings;

public sealed class LocalSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void BothSeparators_MeanTheSame()
    {
        _folder.File(LocalSettings.FileName, """{ /* as func allows */ "Values": { "A:B": "1", "C__D": 2, "E": true, }, "Host": { "CORS": "*" } }""");

        var settings = LocalSettings.Read([_folder.Path]);

        Assert.Equal("1", settings["A:B"]);
        Assert.Equal("2", settings["C:D"]);
        Assert.Equal("True", settings["E"]);
        Assert.Null(settings["Host:CORS"]);
    }

    [Fact]
    public void Environment_Wins()
    {
        var name = $"FLOWLOG_TEST_{Guid.NewGuid():N}";
        _folder.File(LocalSettings.FileName, $$"""{ "Values": { "{{name}}:A": "file", "{{name}}:B": "file" } }""");
        Environment.SetEnvironmentVariable($"{name}__A", "environment");

        var settings = LocalSettings.Read([_folder.Path]);
        Environment.SetEnvironmentVariable($"{name}__A", null);

        Assert.Equal("environment", settings[$"{name}:A"]);
        Assert.Equal("file", settings[$"{name}:B"]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{ \"Values\": [] }")]
    [InlineData("{ \"Values\": {")]
    [InlineData("")]
    public void BrokenFile_IsRefused(string content)
    {
        var file = _folder.File(LocalSettings.FileName, content);

        Assert.Contains(file, Assert.Throws<StartException>(() => LocalSettings.Read([_folder.Path])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HostSettings_OfBrokenFile_AreRefused()
    {
        var file = _folder.File("host.json", "{ \"extensions\": ");

        Assert.Throws<StartException>(() => HostSettings.Read(file));
    }

    [Fact]
    public void Reference_IsExpanded()
    {
        var settings = new ConfigurationManager { ["Capture:Schedule"] = "0 * * * * *" };

        Assert.Equal("0 * * * * *", SettingReference.Expand(settings, "%Capture:Schedule%"));
        Assert.Equal("a-0 * * * * *-b", SettingReference.Expand(settings, "a-%Capture__Schedule%-b"));
        Assert.Throws<StartException>(() => SettingReference.Expand(settings, "%Missing%"));
    }

    [Fact]
    public void DevelopmentStorage_IsReplacedWhereverItIsNamed()
    {
        var settings = new ConfigurationManager { ["A"] = "usedevelopmentstorage=true;", ["B"] = "AccountName=b" };

        StorageSetting.Replace(settings, "AccountName=c");

        Assert.Equal("AccountName=c", settings["A"]);
        Assert.Equal("AccountName=b", settings["B"]);
        Assert.Equal("AccountName=c", settings["AzureWebJobsStorage"]);
    }

    public void Dispose() => _folder.Dispose();
}
