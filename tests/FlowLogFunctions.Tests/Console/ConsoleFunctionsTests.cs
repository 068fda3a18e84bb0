using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlowLogFunctions.Console;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Console;

[Collection(ApiCollection.Name)]
public sealed partial class ConsoleFunctionsTests(ApiFixture api)
{
    private static readonly HttpClient Http = new();

    private static string Asset { get; } = ConsoleFiles.Names.First(name => name.StartsWith("assets/", StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal));

    public static TheoryData<string> Places => ["", "favicon.svg", Asset, "assets/none.js"];

    [Fact]
    public async Task Root_IsTheIndex_ThatIsAskedForEachTime()
    {
        using var answer = await SendAsync("");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.Equal(ConsoleFiles.Find("index.html")!.Contents[0].Bytes.ToArray(), await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Index_NamesFilesThatAreServed_AndNoOthersHost()
    {
        var index = await (await SendAsync("")).Content.ReadAsStringAsync();
        var names = Reference().Matches(index).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(names);
        Assert.DoesNotContain("://", index);
        foreach (var name in names)
        {
            using var answer = await SendAsync(name.TrimStart('.', '/'));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Index_HoldsNoScriptAndNoStyleOfItsOwn()
    {
        var index = await (await SendAsync("")).Content.ReadAsStringAsync();

        Assert.Empty(Inline().Matches(index));
    }

    [Fact]
    public async Task Asset_IsKeptForEver()
    {
        using var answer = await SendAsync(Asset);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/javascript; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=31536000, immutable", Assert.Single(answer.Headers.GetValues("Cache-Control")));
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, br;q=0.1", "gzip")]
    [InlineData("identity", null)]
    public async Task Asset_ComesInTheCodingAskedFor(string accepted, string? coding)
    {
        using var answer = await SendAsync(Asset, ("Accept-Encoding", accepted));

        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", Assert.Single(answer.Headers.Vary));
        Assert.Equal(
            ContentCodings.Choose(ConsoleFiles.Find(Asset)!.Contents, accepted).Bytes.ToArray(), await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory, MemberData(nameof(Places))]
    public async Task Head_AnswersTheSameWithoutTheBytes(string place)
    {
        using var got = await SendAsync(place, ("Accept-Encoding", "br"));
        using var head = await SendAsync(HttpMethod.Head, place, ("Accept-Encoding", "br"));

        Assert.Equal(got.StatusCode, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(got.Headers.ETag, head.Headers.ETag);
        Assert.Equal(got.Content.Headers.ContentEncoding, head.Content.Headers.ContentEncoding);
        if (got.IsSuccessStatusCode)
            Assert.Equal(got.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task KnownVersion_IsNotSentAgain_InTheSameCodingOnly()
    {
        using var first = await SendAsync("", ("Accept-Encoding", "br"));
        var etag = first.Headers.ETag!.ToString();
        using var again = await SendAsync("", ("Accept-Encoding", "br"), ("If-None-Match", etag));
        using var other = await SendAsync("", ("Accept-Encoding", "identity"), ("If-None-Match", etag));

        Assert.StartsWith("\"", etag, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(etag, again.Headers.ETag?.ToString());
        Assert.Equal("no-cache", again.Headers.CacheControl?.ToString());
        Assert.Equal("Accept-Encoding", Assert.Single(again.Headers.Vary));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory, MemberData(nameof(Places))]
    public async Task EveryAnswer_SaysWhatItMayDo(string place)
    {
        using var answer = await SendAsync(place);
        string Header(string name) => Assert.Single(answer.Headers.GetValues(name));

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            Header("Content-Security-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.All(Header("Permissions-Policy").Split(", "), feature => Assert.EndsWith("=()", feature, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("assets/none.js")]
    [InlineData("assets/..%2findex.html")]
    [InlineData("assets/%2e%2e%2f%2e%2e%2fhost.json")]
    [InlineData("assets/a%5cb")]
    [InlineData("index.html")]
    [InlineData("other")]
    [InlineData("api")]
    [InlineData("api/none")]
    public async Task OtherPath_Is404Problem(string path)
    {
        using var answer = await SendAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("NotFound", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    private Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, headers);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{api.Address}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request);
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Reference();

    /// <summary>A script element with text, a style element, a style attribute or an event's.</summary>
    [GeneratedRegex("<script[^>]*>[^<]|<style|\\sstyle=|\\son[a-z]+=")]
    private static partial Regex Inline();
}
