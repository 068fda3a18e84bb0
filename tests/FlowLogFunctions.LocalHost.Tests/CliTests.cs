using System.Text.Json;
using FlowLogFunctions.LocalHost.Tests.Support;

namespace FlowLogFunctions.LocalHost.Tests;

/// <summary>The command line against a service that a person would have: the local host, or the real Functions host.</summary>
public sealed class CliTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FlowLog_IsMadeFoundChangedAndDeleted()
    {
        await using var service = await ServiceUnderTest.StartAsync(_folder.Path);
        var (url, key) = (service.Url, service.Key);
        var vpc = await NetworkAsync(new(url), key);

        Assert.Equal(3, (await RunAsync("", "flow-logs", "list")).ExitCode);
        await DoneAsync(key, "login", "--url", url, "--key-file", "-");
        string[] create =
        [
            "flow-logs", "create", "--name", "office", "--resource-id", vpc, "--tag", "team:web", "--project", "logs-of-cli", "--logstore", "flows", "--wait",
        ];
        Assert.Contains("AuthorizationRequired", (await RunAsync("", create)).Errors, StringComparison.Ordinal);
        Assert.True((await JsonAsync("authorization", "confirm")).GetProperty("confirmed").GetBoolean());
        var made = await JsonAsync(create);
        var id = made.GetProperty("id").GetString()!;

        Assert.Equal("Active", StatusOf(made));
        Assert.Equal(id, Assert.Single((await JsonAsync("flow-logs", "list", "--tag", "team:web")).EnumerateArray()).GetProperty("id").GetString());
        Assert.Empty((await JsonAsync("flow-logs", "list", "--status", "Inactive")).EnumerateArray());
        Assert.Equal("flows", Assert.Single((await JsonAsync("logstores", "list")).EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("Inactive", StatusOf(await JsonAsync("flow-logs", "stop", id, "--wait")));
        Assert.Equal("renamed", (await JsonAsync("flow-logs", "update", id, "--name", "renamed", "--wait")).GetProperty("name").GetString());
        await AssertAnalysedAsync("logs-of-cli/flows");
        await DoneAsync("", "flow-logs", "delete", id, "--yes", "--wait");
        Assert.Equal(4, (await RunAsync("", "flow-logs", "show", id)).ExitCode);
    }

    /// <summary>What asks the Logstore, which has no record yet.</summary>
    private async Task AssertAnalysedAsync(string logstore)
    {
        var counted = await JsonAsync("query", logstore, "action: REJECT | SELECT count(*) AS n FROM log", "--last", "1h");
        Assert.Equal("[[0]]", counted.GetProperty("rows").GetRawText());
        Assert.Equal(0, counted.GetProperty("statistics").GetProperty("rowsScanned").GetInt64());
        var wrong = await RunAsync("", "query", logstore, "srcadr: 10.0.0.1");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("\n    srcadr: 10.0.0.1\n    ^^^^^^\n", wrong.Errors, StringComparison.Ordinal);
        Assert.Contains("\n    ^^^^^^\n", (await RunAsync("", "tail", logstore, "srcadr: 10.0.0.1")).Errors, StringComparison.Ordinal);
        await DoneAsync("", "export", logstore, "action: REJECT", "--out", Path.Combine(_folder.Path, "export.csv.gz"), "--gzip", "--format", "csv");
        Assert.Equal(
            ["traffic", "rejection", "overview", "center-overview", "policy", "eni", "inter-ecs"],
            (await JsonAsync("report", logstore)).EnumerateArray().Select(report => report.GetProperty("name").GetString()));
        Assert.Contains("Accepted bytes: -", await DoneAsync("", "report", logstore, "overview"), StringComparison.Ordinal);
    }

    /// <summary>A VPC, and a Logstore for its records.</summary>
    private static async Task<string> NetworkAsync(Uri url, string key)
    {
        using var api = new HttpClient { BaseAddress = url, Timeout = Patience.Longest };
        api.DefaultRequestHeaders.Authorization = new("Bearer", key);
        await PostAsync("projects", """{"name":"logs-of-cli"}""");
        await PostAsync("projects/logs-of-cli/logstores", """{"name":"flows","report":true}""");
        return (await PostAsync("vpcs", """{"cidrBlock":"10.0.0.0/16"}""")).GetProperty("id").GetString()!;

        async Task<JsonElement> PostAsync(string path, string body)
        {
            using var answer = await api.PostAsync(new Uri($"api/{path}", UriKind.Relative), new StringContent(body));
            answer.EnsureSuccessStatusCode();
            return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        }
    }

    private static string? StatusOf(JsonElement flowLog) => flowLog.GetProperty("status").GetString();

    private async Task<JsonElement> JsonAsync(params string[] arguments) =>
        JsonElement.Parse(await DoneAsync("", [.. arguments, "--format", "json"]));

    private async Task<string> DoneAsync(string input, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(input, arguments);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {code}\n{errors}");
        return output;
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(string input, params string[] arguments) =>
        CliProcess.RunAsync(_folder.Path, input, arguments);
}
