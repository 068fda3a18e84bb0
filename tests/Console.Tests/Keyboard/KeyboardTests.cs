using FlowLogFunctions.Console.Tests.Support;

namespace FlowLogFunctions.Console.Tests.Keyboard;

/// <summary>The console without a mouse.</summary>
[Collection(SampleConsole.Name)]
public sealed class KeyboardTests(SampleConsole.Shared console)
{
    [BrowserFact]
    public Task SignIn_StartsInItsFirstField() => console.RunAsync(async session =>
    {
        await session.GoToAsync("/");
        await Assertions.Expect(session.Page.GetByLabel("AccessKey ID")).ToBeFocusedAsync();

        await session.Page.Keyboard.InsertTextAsync(console.Host.Key);
        await session.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = "FlowLog", Level = 1 })).ToBeFocusedAsync();
    });

    [BrowserFact]
    public Task Content_IsTwoKeysAway() => console.RunAsync(async session =>
    {
        await console.OpenAsync(session, Pages.ConsolePage.Named("vpcs"));
        await session.Page.ReloadAsync();
        await session.Page.SettledAsync();
        await session.Page.EvaluateAsync("document.activeElement.blur()");

        await session.Page.TabToAsync(session.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" }));
        await session.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(session.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    });

    [BrowserFact]
    public Task CreateDialog_IsWalkedThrough_AndLeftByEsc() => console.RunAsync(async session =>
    {
        var page = session.Page;
        await console.OpenAsync(session, Pages.ConsolePage.Named("flowlogs"));
        var create = page.GetByRole(AriaRole.Link, new() { Name = "Create FlowLog" });
        await page.TabToAsync(create);
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Create FlowLog" });
        await Assertions.Expect(dialog.GetByLabel("Name").First).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("by-keyboard");
        await page.TabToAsync(dialog.GetByRole(AriaRole.Combobox, new() { Name = "Resource" }));
        await page.Keyboard.TypeAsync("web-1");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Combobox, new() { Name = "Resource" })).ToHaveValueAsync(new Regex("web-1"));
        await page.TabToAsync(dialog.GetByRole(AriaRole.Button, new() { Name = "OK", Exact = true }));

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(create).ToBeFocusedAsync();
    });
}
