using FlowLogFunctions.Console.Tests.Support;

namespace FlowLogFunctions.Console.Tests.Dashboards;

/// <summary>What is clicked on a dashboard is what is seen then, and what it lacks is a click away.</summary>
[Collection(SampleConsole.Name)]
public sealed class DashboardTests(SampleConsole.Shared console)
{
    private const string Summary = "/logservice/sample-project/flow-log/dashboards/summary?last=3600";

    [BrowserFact]
    public Task Bar_FiltersTheOtherCharts() => RunAsync(async page =>
    {
        var bars = Chart(page, "Top sources");
        await Assertions.Expect(bars).ToHaveAttributeAsync("aria-label", new Regex(@" ([2-9]|\d\d) rows$"));

        // The first bar is the longest; it lies below the legend and reaches beyond the middle.
        var box = (await bars.BoundingBoxAsync())!;
        await bars.ClickAsync(new() { Position = new() { X = box.Width / 2, Y = 46 } });

        var chip = page.GetByRole(AriaRole.Group, new() { Name = "Filters" }).Locator("code");
        await Assertions.Expect(chip).ToHaveTextAsync(new Regex("^srcaddr: .+"));
        Assert.Contains("filter=srcaddr", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(Chart(page, "Top sources")).ToHaveAttributeAsync("aria-label", new Regex(" 1 rows$"));
        await page.SettledAsync();
        var filter = await chip.InnerTextAsync();
        foreach (var query in await Card(page, "Top destinations").Or(Card(page, "Protocols")).Locator(".dash-query code").AllTextContentsAsync())
            Assert.Contains(filter, query, StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task Completeness_IsThatOfEachEni() => RunAsync(async page =>
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Completeness by ENI" }).ClickAsync();

        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Completeness by ENI" });
        await Assertions.Expect(dialog.GetByText("observed").First).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(dialog.GetByText("observed").First).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        Assert.DoesNotContain("minutes=", page.Url, StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task Refusal_IsSaidInChinese() => console.RunAsync(async session =>
    {
        const string place = "/api/projects/no-such-project/logstores/none";
        session.Faults.Expect(404, place + "/dashboard");
        session.Faults.Expect(404, place + "/completeness");
        await session.HoldKeyAsync();
        await session.Page.AddInitScriptAsync("localStorage.setItem('flowlog.preferences', '{\"language\":\"zh\"}')");

        await session.GoToAsync("/logservice/no-such-project/none/dashboards");

        await Assertions.Expect(session.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Project 不存在。 ProjectNotExist");
    });

    private Task RunAsync(Func<IPage, Task> steps) => console.RunAsync(async session =>
    {
        await console.HasRecordsAsync();
        await session.HoldKeyAsync();
        await session.GoToAsync(Summary);
        await session.Page.SettledAsync();
        await steps(session.Page);
    });

    private static ILocator Card(IPage page, string title) => page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });

    private static ILocator Chart(IPage page, string title) => Card(page, title).GetByRole(AriaRole.Img);
}
