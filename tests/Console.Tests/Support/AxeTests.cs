using Xunit.Abstractions;
using Xunit.Sdk;

namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>axe-core runs under the console's content security policy, and finds what it is there for.</summary>
[Collection(EmptyConsole.Name)]
public sealed class AxeTests(EmptyConsole.Shared console, ITestOutputHelper output)
{
    [BrowserFact]
    public Task Fields_NeedLabels() => console.RunAsync(async session =>
    {
        await ShowAsync(session.Page, "<label>Name <input></label>");
        await Axe.CheckAsync(session.Page, output);

        await ShowAsync(session.Page, "<input>");
        var failure = await Assert.ThrowsAsync<TrueException>(() => Axe.CheckAsync(session.Page, output));

        Assert.Contains("critical label", failure.Message, StringComparison.Ordinal);
    });

    private static async Task ShowAsync(IPage page, string main)
    {
        await page.UnrouteAllAsync();
        await page.RouteAsync("**/form.html", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<!DOCTYPE html><html lang='en'><title>A form</title><main><h1>A form</h1>{main}</main></html>",
            Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = "default-src 'none'; script-src 'self'" },
        }));
        await page.GotoAsync("/form.html");
    }
}
