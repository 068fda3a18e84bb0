using FlowLogFunctions.Console.Tests.Pages;

namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>A console with the sample, for tests that change nothing.</summary>
[CollectionDefinition(Name)]
public sealed class SampleConsole : ICollectionFixture<SampleConsole.Shared>
{
    public const string Name = "Console with the sample";

    public sealed class Shared() : ConsoleFixture
    {
        private const string Records = "api/projects/sample-project/logstores/flow-log/records?limit=1";

        private bool _hasRecords;

        /// <summary>Opens a page for who is signed in, and waits until it shows all it has.</summary>
        internal async Task OpenAsync(ConsoleSession session, ConsolePage page)
        {
            await IsMadeAsync();
            if (page.ShowsRecords) await HasRecordsAsync();
            await session.HoldKeyAsync();
            await session.GoToAsync(await RouteAsync(page.Route));
            await session.Page.SettledAsync();
        }

        /// <summary>Waits until the host has made the sample's flow log.</summary>
        internal Task IsMadeAsync() => Patience.UntilAsync(() => Api.HasItemsAsync("api/flowlogs?limit=1"), Patience.Longest);

        /// <summary>Waits for accepted and refused traffic.</summary>
        internal async Task HasRecordsAsync()
        {
            if (_hasRecords) return;
            foreach (var action in (string[])["ACCEPT", "REJECT"])
                await Patience.UntilAsync(() => Api.HasItemsAsync($"{Records}&query=action:{action}"), Patience.FirstWindow);
            _hasRecords = true;
        }

        /// <summary>With the id of the security group that is named in braces.</summary>
        private async Task<string> RouteAsync(string route)
        {
            if (route.Split('{', '}') is not [var before, var name, var after]) return route;
            var groups = await Api.GetAsync("api/securitygroups?name=" + name);
            return before + (string)groups["items"]![0]!["id"]! + after;
        }
    }
}
