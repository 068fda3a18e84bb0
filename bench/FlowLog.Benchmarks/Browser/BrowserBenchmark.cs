using FlowLog.Benchmarks.Measuring;
using FlowLogFunctions.Console.Tests.Support;

namespace FlowLog.Benchmarks.Browser;

/// <summary>Pages of the console in Chromium, from the click on a link to a page that can be used; the local host with its sample.</summary>
internal static class BrowserBenchmark
{
    private const string Logstore = "/#/logservice/sample-project/flow-log";
    private static readonly (string Name, string Route)[] Pages =
        [("FlowLog", "/#/flowlogs"), ("search", Logstore), ("dashboard", Logstore + "/dashboards/overview")];

    // Milliseconds since the navigation began until a frame shows the page's title and nothing that loads.
    private const string NoteWhenUsable = """
        (function look() {
            if (document.querySelector('main h1') && !document.querySelector('.loading, [aria-busy=true], .chart-canvas:not([data-drawn])'))
                window.usableAfter = performance.now();
            else requestAnimationFrame(look);
        })()
        """;

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        if (Chromium.Lacking is { } lacking) throw new ArgumentException(lacking);
        Chromium.FindDriver(typeof(BrowserBenchmark).Assembly);
        await using var host = await LocalHostProcess.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var table = new Table(["milliseconds until usable", .. Figures.Heads]);
        foreach (var (name, route) in Pages)
        {
            var (firsts, seconds) = (new List<double>(), new List<double>());
            await VisitAsync(browser, host, route);
            for (var run = 0; run < command.Runs; run++)
            {
                cancellation.ThrowIfCancellationRequested();
                var (first, second) = await VisitAsync(browser, host, route);
                firsts.Add(first);
                seconds.Add(second);
            }

            table.Add([name + ", first visit", .. new Figures(firsts).Cells]);
            table.Add([name + ", again", .. new Figures(seconds).Cells]);
        }

        table.Write(output);
    }

    /// <summary>With an empty cache, and once more with what the first visit left there.</summary>
    private static async Task<(double First, double Second)> VisitAsync(IBrowser browser, LocalHostProcess host, string route)
    {
        await using var context = await browser.NewContextAsync(new() { BaseURL = host.Address.ToString() });
        await context.AddInitScriptAsync($"sessionStorage.setItem('flowlog.key', '{host.Key}')");
        await context.AddInitScriptAsync(NoteWhenUsable);
        var page = await context.NewPageAsync();
        await page.GotoAsync(route);
        var first = await UsableAsync(page);
        await page.ReloadAsync();
        return (first, await UsableAsync(page));
    }

    private static async Task<double> UsableAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => window.usableAfter");
        return await page.EvaluateAsync<double>("window.usableAfter");
    }
}
