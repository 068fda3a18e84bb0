using FlowLogFunctions.Console.Tests.Support;
using Xunit.Abstractions;

namespace FlowLogFunctions.Console.Tests.Journey;

/// <summary>The dialog that creates a flow log.</summary>
internal sealed class CreateSteps(ConsoleSession session, ITestOutputHelper output)
{
    private const string Report = "Turn on FlowLog Analysis Report Function";

    private IPage Page => session.Page;

    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog, new() { Name = "Create FlowLog" });

    public Task OpenAsync() => Page.GetByRole(AriaRole.Link, new() { Name = "Create FlowLog" }).First.ClickAsync();

    /// <summary>Everything that is wrong is said at its field, at once.</summary>
    public async Task IsRefusedAsync()
    {
        session.Faults.Expect(400, "/api/flowlogs");
        await Dialog.GetByLabel("Description").FillAsync("x");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Add a tag" }).ClickAsync();
        await Dialog.GetByLabel("Value of tag 1").FillAsync("without a key");

        await OkAsync();

        foreach (var field in (string[])["Name", "Resource", "Project", "Logstore", "Description", "Key of tag 1"])
            await Assertions.Expect(Field(field)).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(Dialog.Locator("[aria-invalid=true]")).ToHaveCountAsync(6);
        await Assertions.Expect(Field("Name")).ToBeFocusedAsync();
        await Axe.CheckAsync(Page, output);
        await Screenshots.TakeAsync(Page, "create-refused");
        await AreCorrectedAsync();
    }

    /// <summary>What was wrong is no longer said where something else is entered; the rest is.</summary>
    private async Task AreCorrectedAsync()
    {
        await Field("Name").FillAsync("other");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Remove tag 1" }).ClickAsync();

        await Assertions.Expect(Field("Name")).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(Dialog.Locator("[aria-invalid=true]")).ToHaveCountAsync(4);
        await Assertions.Expect(Dialog.GetByText("4 entries are not right; they are marked above.")).ToBeVisibleAsync();
    }

    public async Task ChooseResourceAsync(string eni)
    {
        await Dialog.GetByRole(AriaRole.Combobox, new() { Name = "Resource" }).FillAsync("10.0.1.10");
        await Dialog.GetByRole(AriaRole.Option, new() { Name = eni }).ClickAsync();

        await Assertions.Expect(Dialog.GetByRole(AriaRole.Region, new() { Name = "Estimated cost a month" })).ToContainTextAsync(new Regex(@"Total a month\s*\D{0,4}\d"));
    }

    /// <summary>Makes both where they are chosen; the switch is there while the Logstore's report is off.</summary>
    public async Task MakeLogstoreAsync(string project, string logstore)
    {
        await Assertions.Expect(Dialog.GetByLabel(Report)).ToHaveCountAsync(0);
        await MakeAsync("Project", project);
        await MakeAsync("Logstore", logstore);

        await Assertions.Expect(Field("Project")).ToHaveValueAsync(project);
        await Assertions.Expect(Field("Logstore")).ToHaveValueAsync(logstore);
        await Dialog.GetByLabel(Report).CheckAsync();
    }

    /// <summary>A Logstore whose report is on has no switch for it.</summary>
    public async Task ChooseLogstoreAsync(string project, string logstore)
    {
        await Field("Project").SelectOptionAsync(project);
        await Field("Logstore").SelectOptionAsync(logstore);

        await Assertions.Expect(Dialog.GetByText("The analysis report of this Logstore is on.")).ToBeVisibleAsync();
        await Assertions.Expect(Dialog.GetByLabel(Report)).ToHaveCountAsync(0);
    }

    public async Task FinishAsync(string name, string description)
    {
        await Field("Name").FillAsync(name);
        await Dialog.GetByLabel("Description").FillAsync(description);
        await Dialog.GetByRole(AriaRole.Radio, new() { Name = "1 minute", Exact = true }).CheckAsync();
        await Screenshots.TakeAsync(Page, "create-" + name);
        await OkAsync();
        await Assertions.Expect(Dialog).ToHaveCountAsync(0);
    }

    private async Task MakeAsync(string what, string name)
    {
        await Dialog.GetByRole(AriaRole.Button, new() { Name = $"New {what}…" }).ClickAsync();
        await Dialog.GetByRole(AriaRole.Textbox, new() { Name = $"Name of the new {what}" }).FillAsync(name);
        await Dialog.GetByRole(AriaRole.Button, new() { Name = $"Create {what}" }).ClickAsync();
    }

    private Task OkAsync() => Dialog.GetByRole(AriaRole.Button, new() { Name = "OK", Exact = true }).ClickAsync();

    private ILocator Field(string name) =>
        Dialog.Locator("input, select, textarea").And(Dialog.GetByLabel(new Regex($@"^{name}( \*)?$")));
}
