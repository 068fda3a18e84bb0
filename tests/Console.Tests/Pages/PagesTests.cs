using FlowLogFunctions.Console.Tests.Support;
using Xunit.Abstractions;

namespace FlowLogFunctions.Console.Tests.Pages;

/// <summary>Each page with the sample: without a fault, open to everyone, and its pictures. Those that wait for records come last.</summary>
[Collection(SampleConsole.Name)]
[TestCaseOrderer("FlowLogFunctions.Console.Tests.Support.InOrderOfNames", "Console.Tests")]
public sealed class PagesTests(SampleConsole.Shared console, ITestOutputHelper output)
{
    private const int Narrow = 360;
    private const int Wide = 1280;

    public static TheoryData<string> Pages => Named(page => !page.ShowsRecords);

    public static TheoryData<string> PagesOfRecords => Named(page => page.ShowsRecords);

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public Task Page_IsWhole(string name) => LookAsync(name);

    [BrowserTheory]
    [MemberData(nameof(PagesOfRecords))]
    public Task RecordsPage_IsWhole(string name) => LookAsync(name);

    private static TheoryData<string> Named(Func<ConsolePage, bool> which) => new(ConsolePage.All.Where(which).Select(page => page.Name));

    private Task LookAsync(string name) => console.RunAsync(async session =>
    {
        await console.OpenAsync(session, ConsolePage.Named(name));
        await LookAsync(session.Page, name, "en", axe: true);
        await session.Page.Locator("select:has(option[value=zh])").SelectOptionAsync("zh");
        await LookAsync(session.Page, name, "zh", axe: false);
    });

    private async Task LookAsync(IPage page, string name, string language, bool axe)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-shade", $"{scheme}".ToLowerInvariant());
            foreach (var width in (int[])[Narrow, Wide])
            {
                await page.SetViewportSizeAsync(width, 800);
                await page.SettledAsync();
                await Screenshots.TakeAsync(page, $"{name}-{language}-{scheme}-{width}".ToLowerInvariant());
                Assert.True(await FitsAsync(page), $"{page.Url} is wider than {width} pixels in {language}.");
            }

            if (axe) await Axe.CheckAsync(page, output);
        }
    }

    private static Task<bool> FitsAsync(IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
}
