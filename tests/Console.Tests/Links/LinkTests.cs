using FlowLogFunctions.Console.Tests.Support;

namespace FlowLogFunctions.Console.Tests.Links;

/// <summary>A link shows what its maker saw.</summary>
[Collection(SampleConsole.Name)]
public sealed class LinkTests(SampleConsole.Shared console)
{
    private const string Query = "action: REJECT and packets > 0";

    [BrowserFact]
    public Task Search_IsTheSameInAnotherTab() => console.RunAsync(async session =>
    {
        await ChooseAsync(session);

        var other = await session.Page.Context.RunAndWaitForPageAsync(() => session.Page.EvaluateAsync("void window.open(location.href)"));

        await ShowsAsync(other);
    });

    [BrowserFact]
    public Task Search_IsTheSameForWhoeverSignsIn() => console.RunAsync(async session =>
    {
        await ChooseAsync(session);
        var address = session.Page.Url;
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        var other = await session.NewTabAsync();
        await other.GotoAsync(address);
        await session.SignInAsync(tab: other);

        await ShowsAsync(other);
    });

    private async Task ChooseAsync(ConsoleSession session)
    {
        var page = session.Page;
        await console.HasRecordsAsync();
        await session.GoToAsync("/logservice/sample-project/flow-log");
        await session.SignInAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Search" }).FillAsync(Query);
        await page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await page.GetByLabel("Time range").SelectOptionAsync("3600");
        await page.GetByLabel("Order").SelectOptionAsync("oldest");
        await ShowsAsync(page);
    }

    private static async Task ShowsAsync(IPage page)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Search" })).ToHaveValueAsync(Query);
        await Assertions.Expect(page.GetByLabel("Time range")).ToHaveValueAsync("3600");
        await Assertions.Expect(page.GetByLabel("Order")).ToHaveValueAsync("oldest");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "action REJECT: filter" }).First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "action ACCEPT: filter" })).ToHaveCountAsync(0);
    }
}
