using FlowLogFunctions.Console.Tests.Support;
using Xunit.Abstractions;

namespace FlowLogFunctions.Console.Tests.Pages;

/// <summary>Each page with the sample: without a fault, open to everyone, and its pictures.</summary>
[Collection(SampleConsole.Name)]
[TestCaseOrderer("FlowLogFunctions.Console.Tests.Support.InGivenOrder", "Console.Tests")]
public sealed class PagesTests(SampleConsole.Shared console, ITestOutputHelper output)
{
    private const int Narrow = 360;
    private const int Wide = 1280;

    public static TheoryData<string> Pages => new(ConsolePage.All.Select(page => page.Name));

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public Task Page_IsWhole(string name) => console.RunAsync(async session =>
    {
        await console.OpenAsync(session, ConsolePage.All.Single(page => page.Name == name));
        foreach (var language in (string[])["en", "zh"])
        {
            await session.Page.Locator("select:has(option[value=zh])").SelectOptionAsync(language);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
                await LookAsync(session.Page, name, language, scheme);
        }
    });

    private async Task LookAsync(IPage page, string name, string language, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        foreach (var width in (int[])[Narrow, Wide])
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.SettledAsync();
            await Screenshots.TakeAsync(page, $"{name}-{language}-{scheme}-{width}".ToLowerInvariant());
            Assert.True(await FitsAsync(page), $"{page.Url} is wider than {width} pixels in {language}.");
        }

        await Axe.CheckAsync(page, output);
    }

    private static Task<bool> FitsAsync(IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
}
