using System.Net;
using System.Text.RegularExpressions;

namespace FlowLogFunctions.Worker.Tests;

[Collection(WorkerCollection.Name)]
public sealed partial class ConsoleTests(AppUnderTest app)
{
    [Fact]
    public async Task Page_IsServedAtTheEmptyPath_WithItsFiles()
    {
        using var page = await app.Stranger.GetAsync("/");
        var text = await page.Content.ReadAsStringAsync();
        var assets = Asset().Matches(text).Select(match => match.Value).ToList();

        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.NotEmpty(assets);
        foreach (var asset in assets)
        {
            using var file = await app.Stranger.GetAsync("/" + asset);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Contains("immutable", file.Headers.CacheControl?.ToString());
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Page_IsCompressed(string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.AcceptEncoding.ParseAdd(coding);
        using var page = await app.Stranger.SendAsync(request);

        Assert.Equal(coding, Assert.Single(page.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task Page_ThatABrowserHas_Is304()
    {
        using var page = await app.Stranger.GetAsync("/");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        using var again = await app.Stranger.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Head_HasNoBody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");
        using var page = await app.Stranger.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, ""), (page.StatusCode, await page.Content.ReadAsStringAsync()));
        Assert.True(page.Content.Headers.ContentLength > 0);
    }

    [Fact]
    public Task FileThatIsNotThere_Is404() => app.Stranger.GetAsync("/assets/none.js").ExpectRefusalAsync(HttpStatusCode.NotFound, "NotFound");

    [GeneratedRegex(@"assets/[\w.-]+")]
    private static partial Regex Asset();
}
