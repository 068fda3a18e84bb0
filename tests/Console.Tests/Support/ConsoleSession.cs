namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>A person's session: one tab in a browser context of its own, whose faults are collected.</summary>
internal sealed class ConsoleSession : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly LocalHostProcess _host;

    private ConsoleSession(IBrowserContext context, LocalHostProcess host, PageFaults faults, IPage page) =>
        (_context, _host, Faults, Page) = (context, host, faults, page);

    public IPage Page { get; }

    public PageFaults Faults { get; }

    /// <summary>Opens a tab that shows nothing yet.</summary>
    public static async Task<ConsoleSession> OpenAsync(IBrowser browser, LocalHostProcess host)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = host.Address.ToString(),
            ViewportSize = new() { Width = 1280, Height = 800 },
            Locale = "en-GB",
            TimezoneId = "Asia/Shanghai",
            ColorScheme = ColorScheme.Light,
            // Charts are drawn at once.
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout((float)Patience.Longest.TotalMilliseconds);
        var faults = await PageFaults.WatchAsync(context, host.Address);
        return new(context, host, faults, await context.NewPageAsync());
    }

    /// <summary>Goes to a route of the console, such as <c>/flowlogs</c>.</summary>
    public Task GoToAsync(string route) => Page.GotoAsync("/#" + route);

    /// <summary>Another tab of the same browser.</summary>
    public Task<IPage> NewTabAsync() => _context.NewPageAsync();

    /// <summary>Signs in with a whole key, by default the primary account's, and waits for the first page.</summary>
    public async Task SignInAsync(string? key = null, IPage? tab = null)
    {
        await EnterKeyAsync(key ?? _host.Key, tab);
        await Assertions.Expect((tab ?? Page).GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToBeVisibleAsync();
    }

    /// <summary>Pages open from now on find the primary account's key as if somebody had signed in before.</summary>
    public Task HoldKeyAsync() => _context.AddInitScriptAsync($"sessionStorage.setItem('flowlog.key', '{_host.Key}')");

    /// <summary>Pastes a whole key where its id is asked for.</summary>
    public async Task EnterKeyAsync(string key, IPage? tab = null)
    {
        var page = tab ?? Page;
        await page.GetByLabel("AccessKey ID").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
