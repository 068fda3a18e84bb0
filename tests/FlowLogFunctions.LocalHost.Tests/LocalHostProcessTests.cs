using System.Net;
using System.Net.Sockets;
using FlowLogFunctions.LocalHost.Tests.Support;

namespace FlowLogFunctions.LocalHost.Tests;

public sealed class LocalHostProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    [Theory]
    [InlineData(LocalHostProcess.Sigint)]
    [InlineData(LocalHostProcess.Sigterm)]
    public async Task Signal_StopsItAndItsAzurite(int signal)
    {
        await using var host = LocalHostProcess.Start(_folder.Path, "--port", "0", "--storage", Data);
        var announced = await host.AnnouncementAsync();
        var azurite = Assert.Single(host.Children());
        var status = await StatusOfAsync(announced[0]);

        host.Send(signal);
        var (exitCode, _, errors) = await host.EndAsync();

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.False(LocalHostProcess.Runs(azurite));
    }

    [Fact]
    public async Task Announcement_TellsAddressKeyDataAndStop()
    {
        await using var host = LocalHostProcess.Start(_folder.Path, "--port", "0", "--storage", Data);

        var announced = await host.AnnouncementAsync();

        Assert.Matches(@"^API   http://127\.0\.0\.1:\d+/api$", announced[0]);
        Assert.Matches(@"^Key   AK[A-Za-z0-9]{20}\.[A-Za-z0-9]{40}  \(Authorization: Bearer <key>\)$", announced[1]);
        Assert.Equal($"Data  {Data}", announced[2]);
        Assert.Equal("Stop  Ctrl-C", announced[3]);
    }

    [Fact]
    public async Task NextStart_HasTheSameKey()
    {
        var keys = new List<string>();
        for (var start = 0; start < 2; start++)
        {
            await using var host = LocalHostProcess.Start(_folder.Path, "--port", "0", "--storage", Data);
            keys.Add((await host.AnnouncementAsync())[1]);
            host.Send(LocalHostProcess.Sigterm);
            await host.EndAsync();
        }

        Assert.Equal(keys[0], keys[1]);
    }

    [Fact]
    public async Task Kill_LeavesNoAzurite()
    {
        await using var host = LocalHostProcess.Start(_folder.Path, "--port", "0", "--storage", Data);
        await host.AnnouncementAsync();
        var azurite = Assert.Single(host.Children());

        host.Send(LocalHostProcess.Sigkill);
        await host.EndAsync();

        await Patience.UntilAsync(() => !LocalHostProcess.Runs(azurite));
    }

    [Fact]
    public async Task FolderInUse_IsRefused()
    {
        await using var first = LocalHostProcess.Start(_folder.Path, "--port", "0", "--storage", Data);
        await first.AnnouncementAsync();

        await AssertRefusedAsync("is using it", "--port", "0", "--storage", Data);
    }

    [Fact]
    public async Task PortInUse_IsRefused()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = $"{((IPEndPoint)listener.LocalEndpoint).Port}";

        await AssertRefusedAsync($"Port {port} is in use", "--port", port, "--storage", Data);

        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task BrokenSettings_AreRefused()
    {
        _folder.File("local.settings.json", "{ \"Values\": [");

        await AssertRefusedAsync("local.settings.json", "--port", "0", "--storage", Data);
    }

    [Fact]
    public Task UnknownOption_IsRefused() => AssertRefusedAsync("Unknown option --prot", "--prot", "7071");

    [Fact]
    public async Task Help_ListsOptions()
    {
        await using var host = LocalHostProcess.Start(_folder.Path, "--help");

        var (exitCode, output, errors) = await host.EndAsync();

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.All(["--port", "--storage", "--empty"], option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private async Task AssertRefusedAsync(string reason, params string[] arguments)
    {
        await using var host = LocalHostProcess.Start(_folder.Path, arguments);

        var (exitCode, output, errors) = await host.EndAsync();

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(reason, Assert.Single(errors.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusOfAsync(string announcedAddress)
    {
        using var client = new HttpClient { Timeout = Patience.Longest };
        using var answer = await client.GetAsync(new Uri(announcedAddress.Split(' ')[^1] + "/no-such-path"));
        return answer.StatusCode;
    }
}
