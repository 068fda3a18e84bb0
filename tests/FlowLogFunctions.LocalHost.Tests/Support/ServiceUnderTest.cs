namespace FlowLogFunctions.LocalHost.Tests.Support;

/// <summary>
/// A service without a VPC: a local host of its own, or the one that runs at <c>FLOWLOG_TEST_URL</c> with the key <c>FLOWLOG_TEST_KEY</c>
/// (eng/under-core-tools).
/// </summary>
internal sealed class ServiceUnderTest : IAsyncDisposable
{
    private readonly LocalHostProcess? _host;

    private ServiceUnderTest(string url, string key, LocalHostProcess? host) => (Url, Key, _host) = (url, key, host);

    public string Url { get; }

    public string Key { get; }

    public static async Task<ServiceUnderTest> StartAsync(string folder)
    {
        if (Environment.GetEnvironmentVariable("FLOWLOG_TEST_URL") is { Length: > 0 } url)
            return new(url, Environment.GetEnvironmentVariable("FLOWLOG_TEST_KEY") ?? "", null);
        var host = LocalHostProcess.Start(folder, "--port", "0", "--empty", "--storage", Path.Combine(folder, "data"));
        try
        {
            var announced = await host.AnnouncementAsync();
            return new(announced[0].Split(' ')[^1][..^"/api".Length], announced[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], host);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
