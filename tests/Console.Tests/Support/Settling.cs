namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>Waits until a page shows what it will show.</summary>
internal static class Settling
{
    private const string Unfinished = """
        .loading, [aria-busy=true],
        [data-shade=light] .chart-canvas:not([data-drawn=light]), [data-shade=dark] .chart-canvas:not([data-drawn=dark])
        """;

    private const string Drawn = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))";

    /// <summary>Nothing loads any more, and every chart is drawn in the page's colours.</summary>
    public static async Task SettledAsync(this IPage page)
    {
        await Assertions.Expect(page.Locator("main h1").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(Unfinished)).ToHaveCountAsync(0);
        await page.DrawnAsync();
    }

    /// <summary>What has changed is drawn.</summary>
    public static Task DrawnAsync(this IPage page) => page.EvaluateAsync(Drawn);
}
