namespace FlowLog.Cli.Tests.Service;

public sealed class LoginTests : IDisposable
{
    private const string Account = """{"accountId":"1001","accountName":"sample","isPrimary":true}""";

    private readonly Shell _shell = new();

    private string Profiles => Path.Combine(_shell.Folder, "flowlog", "profiles.json");

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Login_KeepsWhatLaterVerbsNeed_ForItsOwnerAlone()
    {
        await using var service = await Responder.StartAsync(context =>
            Responder.AnswerAsync(context, context.Request.Headers.Authorization == "Bearer AKid.secret" ? 200 : 401, Account));

        var login = await RunAsync(["login", "--url", service.Url, "--key-file", "-"], input: "AKid.secret\n");
        var whoami = await RunAsync(["whoami", "--format", "json"]);

        Assert.Equal((0, ""), (login.Code, login.Output));
        Assert.Contains("account 1001", login.Errors, StringComparison.Ordinal);
        Assert.Equal((0, Account + "\n", ""), (whoami.Code, whoami.Output, whoami.Errors));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Profiles) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal([Profiles], Directory.GetFiles(_shell.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task KeyThatIsRefused_IsNotKept()
    {
        await using var service = await Responder.StartAsync(
            401, """{"code":"InvalidAccessKey","detail":"The access key is not valid.","errors":[]}""", "application/problem+json");

        var login = await RunAsync(["login", "--url", service.Url, "--key", "AKid.other"]);

        Assert.Equal((3, "flowlog: InvalidAccessKey: The access key is not valid.\n"), (login.Code, login.Errors));
        Assert.False(File.Exists(Profiles));
    }

    [Fact]
    public async Task WithoutAKey_ItIsAskedFor()
    {
        await using var service = await Responder.StartAsync(200, Account);

        var login = await Shell.RunAsync(["login", "--url", service.Url], with: terminal => In(terminal) with { ReadSecret = () => "AKid.typed" });

        Assert.Equal(0, login.Code);
        Assert.Contains("AKid.typed", await File.ReadAllTextAsync(Profiles), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whoami")]
    [InlineData("flow-logs list")]
    [InlineData("login")]
    [InlineData("logout")]
    public async Task NotLoggedIn_IsSaidWithItsCode(string command) => Assert.Equal(3, (await RunAsync(command.Split(' '))).Code);

    [Fact]
    public async Task Logout_ForgetsOneProfile()
    {
        await using var service = await Responder.StartAsync(200, Account);
        await RunAsync(["login", "--url", service.Url, "--key", "AKid.one"]);
        await RunAsync(["login", "--url", service.Url, "--key", "AKid.two", "--profile", "second"]);

        Assert.Equal(0, (await RunAsync(["logout"])).Code);

        Assert.Equal(3, (await RunAsync(["whoami"])).Code);
        Assert.Equal(0, (await RunAsync(["whoami", "--profile", "second"])).Code);
        Assert.DoesNotContain("AKid.one", await File.ReadAllTextAsync(Profiles), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OptionsComeBeforeVariables_TheseBeforeTheProfile()
    {
        var seen = new List<string>();
        await using var service = await Responder.StartAsync(context =>
        {
            seen.Add($"{context.Request.Headers.Authorization} {context.Request.Query["regionId"]}");
            return Responder.AnswerAsync(context, 200, context.Request.Path == "/api/regions" ? """{"items":[{"id":"r-kept"}]}""" : Account);
        });
        await RunAsync(["login", "--url", service.Url, "--key", "AKid.kept", "--region", "r-kept"]);
        seen.Clear();

        await RunAsync(["whoami"]);
        await RunAsync(["whoami"], variables: new() { ["FLOWLOG_KEY"] = "AKid.set", ["FLOWLOG_URL"] = service.Url, ["FLOWLOG_REGION"] = "r-set" });
        await RunAsync(
            ["whoami", "--key", "AKid.given", "--region", "r-given"],
            variables: new() { ["FLOWLOG_KEY"] = "AKid.set", ["FLOWLOG_URL"] = service.Url, ["FLOWLOG_REGION"] = "r-set" });

        Assert.Equal(["Bearer AKid.kept r-kept", "Bearer AKid.set r-set", "Bearer AKid.given r-given"], seen);
    }

    [Fact]
    public async Task KeyAlone_GoesToTheProfilesService()
    {
        await using var service = await Responder.StartAsync(context =>
            Responder.AnswerAsync(context, context.Request.Headers.Authorization == "Bearer AKid.kept" ? 200 : 401, Account));
        await RunAsync(["login", "--url", service.Url, "--key", "AKid.kept"]);

        Assert.Equal(3, (await RunAsync(["whoami", "--key", "AKid.other"])).Code);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task RegionThatIsNotThere_IsNotKept()
    {
        await using var service = await Responder.StartAsync(context =>
            Responder.AnswerAsync(context, 200, context.Request.Path == "/api/regions" ? """{"items":[{"id":"cn-hangzhou"}]}""" : Account));

        var login = await RunAsync(["login", "--url", service.Url, "--key", "AKid.secret", "--region", "cn-nowhere"]);

        Assert.Equal((4, "flowlog: there is no region cn-nowhere; there are cn-hangzhou\n"), (login.Code, login.Errors));
        Assert.False(File.Exists(Profiles));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"profiles":{"default":{"url":5}}}""")]
    public async Task SpoiltFile_IsSaid(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Profiles)!);
        await File.WriteAllTextAsync(Profiles, content);

        var result = await RunAsync(["whoami"]);

        Assert.Equal(3, result.Code);
        Assert.StartsWith($"flowlog: {Profiles}: is not what login writes", result.Errors, StringComparison.Ordinal);
    }

    private Task<Shell.Result> RunAsync(string[] arguments, string input = "", Dictionary<string, string>? variables = null) => Shell.RunAsync(
        arguments, System.Text.Encoding.UTF8.GetBytes(input),
        terminal => In(terminal) with { Variable = name => variables?.GetValueOrDefault(name) ?? In(terminal).Variable(name) });

    private Terminal In(Terminal terminal) => terminal with { Variable = name => name == "XDG_CONFIG_HOME" ? _shell.Folder : null };
}
