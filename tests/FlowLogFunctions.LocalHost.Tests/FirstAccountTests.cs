using FlowLogFunctions.LocalHost.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace FlowLogFunctions.LocalHost.Tests;

public sealed class FirstAccountTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void NoneInSettings_IsMadeAndKept()
    {
        var settings = new ConfigurationManager();

        var made = FirstAccount.Ensure(settings, _folder.Path);
        var again = FirstAccount.Ensure(new ConfigurationManager(), _folder.Path);

        Assert.Equal(made, again);
        Assert.Matches("^[1-9][0-9]{15}$", made.Id);
        Assert.Matches("^AK[A-Za-z0-9]{20}$", made.AccessKeyId);
        Assert.Matches("^[A-Za-z0-9]{40}$", made.AccessKeySecret);
        Assert.Equal(made.AccessKeySecret, settings["FlowLog:Accounts:0:AccessKeySecret"]);
    }

    [Fact]
    public void File_IsTheUsersAlone()
    {
        FirstAccount.Ensure(new ConfigurationManager(), _folder.Path);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder.Path, "account.json")));
    }

    [Fact]
    public void InSettings_IsTaken()
    {
        var settings = new ConfigurationManager();
        settings.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["FlowLog:Accounts:0:Id"] = "42",
            ["FlowLog:Accounts:0:AccessKeyId"] = "AKtest",
            ["FlowLog:Accounts:0:AccessKeySecret"] = "secret",
        });

        Assert.Equal("AKtest.secret", FirstAccount.Ensure(settings, _folder.Path).Key);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{ \"id\": ")]
    public void DamagedFile_IsRefused(string content)
    {
        _folder.File("account.json", content);

        Assert.Throws<StartException>(() => FirstAccount.Ensure(new ConfigurationManager(), _folder.Path));
    }

    public void Dispose() => _folder.Dispose();
}
