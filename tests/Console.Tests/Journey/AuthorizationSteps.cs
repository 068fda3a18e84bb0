using FlowLogFunctions.Console.Tests.Support;

namespace FlowLogFunctions.Console.Tests.Journey;

/// <summary>What stands before an account's first flow log.</summary>
internal sealed class AuthorizationSteps(IPage page)
{
    private ILocator Panel => page.GetByRole(AriaRole.Region, new() { Name = "Confirm Authorization Policy" });

    private ILocator Confirm => Panel.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true });

    /// <summary>The button is there and says why it cannot be pressed.</summary>
    public async Task IsNotForSubUsersAsync(string user)
    {
        await Assertions.Expect(Confirm).ToBeDisabledAsync();
        await Assertions.Expect(Confirm).ToHaveAccessibleDescriptionAsync(new Regex($"sub-user {user}.*Only the primary account can confirm"));
        await page.SettledAsync();
        await Screenshots.TakeAsync(page, "authorization-sub-user");
    }

    public async Task ConfirmAsync()
    {
        var grants = Panel.GetByRole(AriaRole.Table, new() { Name = "What the confirmation grants" });
        await Assertions.Expect(grants.GetByRole(AriaRole.Row)).Not.ToHaveCountAsync(1);
        await Assertions.Expect(grants).ToContainTextAsync("log:PostLogStoreLogs");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Create FlowLog" })).ToHaveCountAsync(0);
        await page.SettledAsync();
        await Screenshots.TakeAsync(page, "authorization");

        await Confirm.ClickAsync();

        await Assertions.Expect(page.GetByText("Authorization policy confirmed on")).ToBeVisibleAsync();
        await Assertions.Expect(Panel).ToHaveCountAsync(0);
    }
}
