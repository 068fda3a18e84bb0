namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>A local host and a browser that the tests of a collection share.</summary>
/// <param name="arguments">The host's command line.</param>
public abstract class ConsoleFixture(params string[] arguments) : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private LocalHostProcess? _host;
    private Api? _api;

    internal LocalHostProcess Host => _host!;

    internal Api Api => _api ??= new(Host);

    public async Task InitializeAsync()
    {
        if (Chromium.Program is null && !Chromium.IsRequired) return;
        Chromium.FindDriver(typeof(ConsoleFixture).Assembly);
        Assertions.SetDefaultExpectTimeout((float)Patience.Longest.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        _host = await LocalHostProcess.StartAsync(arguments);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_host is not null) await _host.DisposeAsync();
    }

    /// <summary>Runs one person's session, which must end without a fault.</summary>
    internal async Task RunAsync(Func<ConsoleSession, Task> steps)
    {
        await using var session = await OpenAsync();
        await steps(session);
        session.Faults.AssertNone();
    }

    internal Task<ConsoleSession> OpenAsync() => ConsoleSession.OpenAsync(_browser!, Host);
}
