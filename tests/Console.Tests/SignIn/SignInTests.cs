using FlowLogFunctions.Console.Tests.Support;

namespace FlowLogFunctions.Console.Tests.SignIn;

[Collection(SampleConsole.Name)]
public sealed class SignInTests(SampleConsole.Shared console)
{
    [BrowserFact]
    public Task WrongKey_IsSaid_AndTheRightOneOpensTheConsole() => console.RunAsync(async session =>
    {
        session.Faults.Expect(401, "/api/account");
        await session.GoToAsync("/");

        await session.EnterKeyAsync("AKwrongwrongwrong.wrong");
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This access key is not valid.");
        await session.SignInAsync();

        var sections = session.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link);
        await Assertions.Expect(sections).ToHaveTextAsync(["FlowLog", "Log Service", "Network", "Usage", "Users", "Poison queue"]);
        await Assertions.Expect(session.Page.GetByLabel("Region")).ToHaveValueAsync("cn-hangzhou");
    });

    [BrowserFact]
    public Task EmptyFields_AreSaidBothAtOnce() => console.RunAsync(async session =>
    {
        await session.GoToAsync("/");

        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Assertions.Expect(session.Page.GetByLabel("AccessKey ID")).ToHaveAccessibleDescriptionAsync(new Regex("Enter the AccessKey ID."));
        await Assertions.Expect(session.Page.GetByLabel("AccessKey secret")).ToHaveAccessibleDescriptionAsync(new Regex("Enter the AccessKey secret."));
    });

    [BrowserFact]
    public Task Key_IsKeptForTheTabOnly() => console.RunAsync(async session =>
    {
        await session.GoToAsync("/flowlogs");
        await session.SignInAsync();

        await session.Page.ReloadAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeVisibleAsync();
        var kept = await session.Page.EvaluateAsync<string>("JSON.stringify(localStorage) + document.cookie");
        Assert.DoesNotContain(console.Host.Key.Split('.')[1], kept, StringComparison.Ordinal);
        var other = await session.NewTabAsync();
        await other.GotoAsync("/#/flowlogs");
        await Assertions.Expect(other.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task SignOut_ForgetsTheKey() => console.RunAsync(async session =>
    {
        await session.GoToAsync("/flowlogs");
        await session.SignInAsync();

        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await session.Page.ReloadAsync();

        await Assertions.Expect(session.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeVisibleAsync();
        Assert.Equal("{}", await session.Page.EvaluateAsync<string>("JSON.stringify(sessionStorage)"));
    });
}
