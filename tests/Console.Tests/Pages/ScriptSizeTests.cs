using FlowLogFunctions.Console.Tests.Support;

namespace FlowLogFunctions.Console.Tests.Pages;

[Collection(SampleConsole.Name)]
public sealed class ScriptSizeTests(SampleConsole.Shared console)
{
    private const long Most = 400_000;
    private const string Scripts = "performance.getEntriesByType('resource').filter(each => new URL(each.name).pathname.endsWith('.js'))";

    /// <summary>Also with the charts of a dashboard, the largest part.</summary>
    [BrowserTheory]
    [InlineData("flowlogs")]
    [InlineData("search")]
    [InlineData("dashboard-overview")]
    public Task Scripts_AreSmallAndCompressed(string name) => console.RunAsync(async session =>
    {
        await console.OpenAsync(session, ConsolePage.Named(name));

        var sent = await SumAsync(session.Page, "encodedBodySize");
        var whole = await SumAsync(session.Page, "decodedBodySize");

        Assert.InRange(sent, 1, Most);
        Assert.InRange(sent, 1, whole / 2);
    });

    private static Task<long> SumAsync(IPage page, string size) => page.EvaluateAsync<long>($"{Scripts}.reduce((sum, each) => sum + each.{size}, 0)");
}
