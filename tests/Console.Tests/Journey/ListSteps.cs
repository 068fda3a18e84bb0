namespace FlowLogFunctions.Console.Tests.Journey;

/// <summary>The list of flow logs and what can be done with them.</summary>
internal sealed class ListSteps(IPage page)
{
    private ILocator Table => page.GetByRole(AriaRole.Table, new() { Name = "Flow logs" });

    private ILocator Bulk => page.GetByRole(AriaRole.Group, new() { Name = "Actions for the selected flow logs" });

    public Task HasAsync(string name, string status) =>
        Assertions.Expect(Row(name).GetByText(status, new() { Exact = true })).ToBeVisibleAsync();

    public Task SaysAsync(string name, string text) => Assertions.Expect(Row(name)).ToContainTextAsync(text);

    /// <summary>Presses a row's button, such as Stop, and confirms.</summary>
    public async Task DoAsync(string action, string name)
    {
        await Row(name).GetByRole(AriaRole.Button, new() { Name = $"{action} {name}" }).ClickAsync();
        await ConfirmAsync(action, $"{action} 1 flow log?");
    }

    public async Task EditDescriptionAsync(string name, string description)
    {
        await Row(name).GetByRole(AriaRole.Button, new() { Name = $"Edit {name}" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = $"Edit {name}" });
        await dialog.GetByLabel("Description").FillAsync(description);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await SaysAsync(name, description);
    }

    public async Task DoWithAllAsync(string action, int count)
    {
        await Table.GetByRole(AriaRole.Checkbox, new() { Name = "Select all" }).CheckAsync();
        await Assertions.Expect(Bulk).ToContainTextAsync($"{count} selected");
        await Bulk.GetByRole(AriaRole.Button, new() { Name = action, Exact = true }).ClickAsync();
        await ConfirmAsync(action, $"{action} {count} flow logs?");
    }

    public Task IsGoneAsync(string name) => Assertions.Expect(Row(name)).ToHaveCountAsync(0);

    private async Task ConfirmAsync(string action, string title)
    {
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = title });
        await dialog.GetByRole(AriaRole.Button, new() { Name = action, Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    private ILocator Row(string name) =>
        Table.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = $"Details of {name}", Exact = true }) });
}
