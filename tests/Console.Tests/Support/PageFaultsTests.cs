namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>What watches the other tests' pages sees what it is there for.</summary>
[Collection(EmptyConsole.Name)]
public sealed class PageFaultsTests(EmptyConsole.Shared console)
{
    private const string Policy = "default-src 'none'; script-src 'self'; connect-src *";

    [BrowserTheory]
    [InlineData("<p>plain</p>", null)]
    [InlineData("<script>document.title = 'ran'</script>", "Content security policy")]
    [InlineData("<p style='color: red'>red</p>", "Content security policy")]
    [InlineData("<img src='http://localhost:9/pixel.png'>", "localhost:9")]
    [InlineData("<script src='/api/no-such-path'></script>", "Answer 404")]
    [InlineData("<script src='/throws.js'></script>", "Thrown")]
    [InlineData("<script src='/asks.js'></script>", "Dialog")]
    public async Task Faults_AreFound(string body, string? fault)
    {
        await using var session = await console.OpenAsync();
        await ServeAsync(session.Page, "**/faulty.html", "text/html", $"<!DOCTYPE html><title>faulty</title><body>{body}");
        await ServeAsync(session.Page, "**/throws.js", "text/javascript", "null.size");
        await ServeAsync(session.Page, "**/asks.js", "text/javascript", "alert(1)");

        await session.Page.GotoAsync("/faulty.html", new() { WaitUntil = WaitUntilState.NetworkIdle });

        if (fault is null) session.Faults.AssertNone();
        else Assert.Contains(session.Faults.Found, found => found.Contains(fault, StringComparison.Ordinal));
    }

    private static Task ServeAsync(IPage page, string path, string type, string body) => page.RouteAsync(path, route => route.FulfillAsync(new()
    {
        ContentType = type,
        Body = body,
        Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = Policy },
    }));
}
