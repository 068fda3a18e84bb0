using FlowLogFunctions.Console.Tests.Support;

namespace FlowLogFunctions.Console.Tests.Hostile;

/// <summary>Whatever people write is shown as they wrote it, and nothing of it runs.</summary>
[Collection(SampleConsole.Name)]
public sealed class HostileTextTests(SampleConsole.Shared console)
{
    [BrowserFact]
    public async Task FreeTexts_AreShownAsTheyAre()
    {
        await console.IsMadeAsync();
        var group = await HostileAccount.MakeAsync(console.Api);
        try
        {
            await console.RunAsync(session => VisitAsync(session, group));
        }
        finally
        {
            await console.Api.DeleteAsync("api/users/" + HostileAccount.User);
        }
    }

    [BrowserFact]
    public Task Addresses_AreShownAsTheyAre() => console.RunAsync(async session =>
    {
        var text = Uri.EscapeDataString(HostileAccount.Text);
        var query = Uri.EscapeDataString("* | SELECT '<img src=x onerror=alert(3)>' AS \"<b onclick=alert(4)>\", count(*) AS records FROM log");
        await console.IsMadeAsync();
        await session.HoldKeyAsync();

        await session.GoToAsync($"/logservice/sample-project/flow-log?show=table&query={query}");
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Columnheader, new() { Name = "<b onclick=alert(4)>" })).ToBeVisibleAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Cell, new() { Name = "<img src=x onerror=alert(3)>" })).ToBeVisibleAsync();
        await session.GoToAsync($"/{text}/{text}");
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = "No such page" })).ToBeVisibleAsync();
    });

    private static async Task VisitAsync(ConsoleSession session, string group)
    {
        await session.HoldKeyAsync();
        foreach (var route in Routes(group))
        {
            await session.GoToAsync($"{route}?region={HostileAccount.Region}");
            await session.Page.ReloadAsync();
            await Assertions.Expect(session.Page.GetByText(HostileAccount.Text).Filter(new() { Visible = true }).First).ToBeVisibleAsync();
            await session.Page.SettledAsync();
        }

        // Tags stand in a flow log's details only.
        await session.GoToAsync($"/flowlogs?region={HostileAccount.Region}");
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "Details of hostile" }).ClickAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Region, new() { Name = "Tags" }).GetByText(HostileAccount.Text)).ToHaveCountAsync(2);
    }

    private static IEnumerable<string> Routes(string group) =>
    [
        "/flowlogs", "/logservice", $"/logservice/{HostileAccount.Project}/{HostileAccount.Logstore}", "/network", "/network/vpcs", "/network/vswitches",
        "/network/enis", "/network/securitygroups", "/network/prefixlists", $"/network/securitygroups/{group}", "/users",
    ];
}
