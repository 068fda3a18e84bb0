using FlowLogFunctions.Console.Tests.Support;
using Xunit.Abstractions;

namespace FlowLogFunctions.Console.Tests.Journey;

/// <summary>The whole way of a new account, against the real host and Azurite: from the authorization to refused traffic on the dashboard.</summary>
[Collection(EmptyConsole.Name)]
public sealed class JourneyTests(EmptyConsole.Shared console, ITestOutputHelper output)
{
    private const string Project = "journey-logs";
    private const string Logstore = "web-flows";
    private const string Records = $"api/projects/{Project}/logstores/{Logstore}/records?limit=1&query=action:REJECT";

    [BrowserFact]
    public async Task NewAccount_SeesItsRefusedTraffic()
    {
        await ShopNetwork.MakeAsync(console.Api);
        await console.RunAsync(SubUserAsync);
        await console.RunAsync(PrimaryAccountAsync);
    }

    private async Task SubUserAsync(ConsoleSession session)
    {
        await console.Api.PostAsync("api/users", new() { ["name"] = "auditor" });
        var key = await console.Api.PostAsync("api/users/auditor/accesskeys", []);
        await session.GoToAsync("/");
        await session.SignInAsync((string)key["bearer"]!);
        await new AuthorizationSteps(session.Page).IsNotForSubUsersAsync("auditor");
    }

    private async Task PrimaryAccountAsync(ConsoleSession session)
    {
        session.Faults.Expect(401, "/api/account");
        await session.GoToAsync("/");
        await session.EnterKeyAsync(console.Host.Key + "x");
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This access key is not valid.");
        await session.SignInAsync();
        await new AuthorizationSteps(session.Page).ConfirmAsync();
        await CreateAsync(session);
        await ReadAsync(session.Page);
        await ChangeAsync(session);
    }

    private async Task CreateAsync(ConsoleSession session)
    {
        var (create, list) = (new CreateSteps(session, output), new ListSteps(session.Page));
        await create.OpenAsync();
        await create.IsRefusedAsync();
        await create.ChooseResourceAsync(ShopNetwork.Eni);
        await create.MakeLogstoreAsync(Project, Logstore);
        await create.FinishAsync("web-traffic", "All that reaches the web server");
        await list.HasAsync("web-traffic", "Active");
    }

    private async Task ReadAsync(IPage page)
    {
        await Patience.UntilAsync(() => console.Api.HasItemsAsync(Records), Patience.FirstWindow);
        var reading = new ReadingSteps(page);
        await reading.SearchRefusedAsync(Project, Logstore);
        await reading.SeeRejectionsAsync();
    }

    private async Task ChangeAsync(ConsoleSession session)
    {
        var (create, list) = (new CreateSteps(session, output), new ListSteps(session.Page));
        await session.GoToAsync("/flowlogs");
        await list.SaysAsync("web-traffic", "Delivering");
        await list.DoAsync("Stop", "web-traffic");
        await list.HasAsync("web-traffic", "Inactive");
        await list.EditDescriptionAsync("web-traffic", "Stopped for a change");
        await list.DoAsync("Start", "web-traffic");
        await create.OpenAsync();
        await create.ChooseResourceAsync(ShopNetwork.Eni);
        await create.ChooseLogstoreAsync(Project, Logstore);
        await create.FinishAsync("more-traffic", "The same once more");
        await list.HasAsync("web-traffic", "Active");
        await list.HasAsync("more-traffic", "Active");
        await list.DoWithAllAsync("Stop", 2);
        await list.HasAsync("web-traffic", "Inactive");
        await list.HasAsync("more-traffic", "Inactive");
        await list.DoAsync("Delete", "more-traffic");
        await list.IsGoneAsync("more-traffic");
    }
}
