using System.Globalization;
using System.Web;
using FlowLogFunctions.Console.Tests.Support;

namespace FlowLogFunctions.Console.Tests.Search;

/// <summary>A search on the page of a Logstore.</summary>
[Collection(SampleConsole.Name)]
public sealed class SearchTests(SampleConsole.Shared console)
{
    private const string Logstore = "api/projects/sample-project/logstores/flow-log";
    private const string Route = "/logservice/sample-project/flow-log";

    [BrowserFact]
    public Task Histogram_ZoomsToWhatIsMarked() => RunAsync(Route + "?last=3600", async page =>
    {
        var box = (await page.GetByRole(AriaRole.Img, new() { Name = "records" }).BoundingBoxAsync())!;
        var (from, to) = (box.X + (box.Width * 0.6f), box.X + (box.Width * 0.9f));
        var middle = box.Y + (box.Height / 2);

        await page.Mouse.MoveAsync(from, middle);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to, middle, new() { Steps = 5 });
        await page.Mouse.UpAsync();

        await page.WaitForURLAsync(new Regex("from=.+to="));
        await Assertions.Expect(page.GetByLabel("Time range")).ToHaveValueAsync("custom");
        var (start, end) = RangeOf(page.Url);
        // Three tenths of the hour, in whole bars; beside the bars is the axis.
        Assert.InRange(end - start, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(24));
    });

    [BrowserFact]
    public async Task Export_HasEachRecordThatIsFound()
    {
        await console.HasRecordsAsync();
        var (range, count) = await WholeMinutesAsync();
        await RunAsync($"{Route}?{range}&query=action%3A%20ACCEPT", async page =>
        {
            await Assertions.Expect(page.GetByText(new Regex($"^{count.ToString("N0", CultureInfo.InvariantCulture)} records?$"))).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Export…" }).ClickAsync();
            var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Export records" });
            await dialog.GetByLabel("Compress with gzip").UncheckAsync();

            var download = await page.RunAndWaitForDownloadAsync(() => dialog.GetByRole(AriaRole.Button, new() { Name = "Export", Exact = true }).ClickAsync());

            var lines = await File.ReadAllLinesAsync(await download.PathAsync());
            Assert.Equal(count, lines.Length);
            Assert.All(lines, line => Assert.Contains("ACCEPT", line, StringComparison.Ordinal));
            await Assertions.Expect(dialog.GetByText("is complete:")).ToBeVisibleAsync();
        });
    }

    [BrowserFact]
    public Task Tail_HasNoRange() => RunAsync(Route + "?mode=tail", async page =>
    {
        await Assertions.Expect(page.GetByText("Connected")).ToBeVisibleAsync();
        foreach (var control in (string[])["Time range", "Auto refresh"])
            await Assertions.Expect(page.GetByLabel(control)).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Search", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Time range")).ToBeVisibleAsync();
    });

    /// <summary>The minute of the latest record and the four before it, once all of them are there, and how many were accepted.</summary>
    private async Task<(string Range, int Count)> WholeMinutesAsync()
    {
        var records = await console.Api.GetAsync(Logstore + "/records?limit=1&reverse=true");
        var last = (long)records["items"]![0]!["start"]! / 60 * 60;
        var range = $"from={Iso(last - 240)}&to={Iso(last + 60)}";
        await Patience.UntilAsync(async () => (int)(await console.Api.GetAsync($"{Logstore}/completeness?{range}"))["totals"]!["pending"]! == 0, Patience.FirstWindow);
        return (range, (int)(await console.Api.GetAsync($"{Logstore}/histogram?{range}&query=action%3A%20ACCEPT"))["count"]!);
    }

    private Task RunAsync(string route, Func<IPage, Task> steps) => console.RunAsync(async session =>
    {
        await console.HasRecordsAsync();
        await session.HoldKeyAsync();
        // Where a file goes is asked by the system's own dialog, which nobody answers here; other browsers have none.
        await session.Page.AddInitScriptAsync("delete window.showSaveFilePicker");
        await session.GoToAsync(route);
        await session.Page.SettledAsync();
        await steps(session.Page);
    });

    private static string Iso(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static (DateTimeOffset From, DateTimeOffset To) RangeOf(string address)
    {
        var parameters = HttpUtility.ParseQueryString(address[(address.LastIndexOf('?') + 1)..]);
        return (DateTimeOffset.Parse(parameters["from"]!, CultureInfo.InvariantCulture), DateTimeOffset.Parse(parameters["to"]!, CultureInfo.InvariantCulture));
    }
}
