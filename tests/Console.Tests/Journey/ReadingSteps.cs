using FlowLogFunctions.Console.Tests.Support;

namespace FlowLogFunctions.Console.Tests.Journey;

/// <summary>From a flow log to what it recorded.</summary>
internal sealed class ReadingSteps(IPage page)
{
    /// <summary>Follows the flow log's link to its Logstore and asks for refused traffic.</summary>
    public async Task SearchRefusedAsync(string project, string logstore)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = $"Search records: {project}/{logstore}" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Search" }).FillAsync("action: REJECT");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();

        var records = page.GetByRole(AriaRole.Table, new() { Name = "Flow records" });
        await Assertions.Expect(records.GetByRole(AriaRole.Button, new() { Name = "action REJECT: filter" }).First).ToBeVisibleAsync();
        await Assertions.Expect(records.GetByRole(AriaRole.Button, new() { Name = "action ACCEPT: filter" })).ToHaveCountAsync(0);
        Assert.Contains("query=action", page.Url, StringComparison.Ordinal);
        await page.SettledAsync();
        await Screenshots.TakeAsync(page, "journey-search");
    }

    /// <summary>The dashboard of rejections has bytes that a rule, or the lack of one, refused.</summary>
    public async Task SeeRejectionsAsync()
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Dashboards" }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Dashboards" }).GetByRole(AriaRole.Link, new() { Name = "Rejections" }).ClickAsync();

        var rules = page.GetByRole(AriaRole.Table, new() { Name = "Rejected traffic by rule" });
        await Assertions.Expect(rules).ToContainTextAsync("No rule lets it in");
        await page.SettledAsync();
        await Screenshots.TakeAsync(page, "journey-rejections");
    }
}
