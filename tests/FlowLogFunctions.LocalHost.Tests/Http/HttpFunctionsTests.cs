using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FlowLogFunctions.LocalHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.LocalHost.Tests.Http;

public sealed class HttpFunctionsTests : IAsyncLifetime
{
    private readonly RequestLog _log = new();
    private readonly HttpClient _client = new() { Timeout = Patience.Longest };
    private HostUnderTest _host = null!;

    public async Task InitializeAsync()
    {
        _host = await HostUnderTest.StartAsync(
            typeof(WebFunctions), services => services.AddSingleton(_log), host: new() { ["extensions:http:routePrefix"] = "" });
        _client.BaseAddress = _host.Address;
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("api/items/7", "GET item 7")]
    [InlineData("api/items/a%20b", "GET item a b")]
    [InlineData("api/items/new", "the literal wins")]
    [InlineData("api/pages", "page none")]
    [InlineData("api/pages/3", "page 3")]
    [InlineData("api/numbers/12", "number 12")]
    [InlineData("files", "file ")]
    [InlineData("files/a/b.js", "file a/b.js")]
    public async Task Route_ReachesItsFunction(string path, string answer) => Assert.Equal(answer, await _client.GetStringAsync(path));

    [Fact]
    public async Task ActionResult_IsExecuted()
    {
        using var answer = await _client.PostAsJsonAsync("api/items", new { });

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("""{"id":1}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task PlainObject_IsJson() => Assert.Equal("""{"plain":true}""", await _client.GetStringAsync("api/plain"));

    [Fact]
    public async Task UnknownPath_Is404Problem() => await AssertProblemAsync(await _client.GetAsync("api/nothing"), HttpStatusCode.NotFound, "NotFound");

    [Fact]
    public async Task OwnNotFound_StaysAsItIs() => Assert.Null((await _client.GetAsync("api/missing")).Content.Headers.ContentType);

    [Fact]
    public async Task WrongMethod_Is405ProblemWithAllow()
    {
        using var answer = await _client.PutAsync("api/items/7", null);

        Assert.Equal(["DELETE", "GET"], answer.Content.Headers.Allow.Order());
        await AssertProblemAsync(answer, HttpStatusCode.MethodNotAllowed, "MethodNotAllowed");
    }

    [Fact]
    public async Task WrongType_Is400Problem() =>
        await AssertProblemAsync(await _client.GetAsync("api/numbers/twelve"), HttpStatusCode.BadRequest, "BadRequest");

    [Fact]
    public async Task Exception_Is500ProblemWithoutItsReason()
    {
        using var answer = await _client.GetAsync("api/crash");

        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await AssertProblemAsync(answer, HttpStatusCode.InternalServerError, "InternalError");
    }

    [Fact]
    public async Task Upload_StreamsWithoutBuffering()
    {
        using var content = new SlowContent(800, 65_536, _log.FirstBytes.Task.WaitAsync(Patience.Longest));

        using var answer = await _client.PutAsync("api/upload", content);

        Assert.Equal("52428800", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Disconnect_CancelsFunction()
    {
        using var source = new CancellationTokenSource();
        var request = _client.GetAsync("api/wait", source.Token);
        await _log.Waiting.Task.WaitAsync(Patience.Longest);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await _log.Cancelled.Task.WaitAsync(Patience.Longest);
    }

    [Fact]
    public async Task Stop_CancelsFunctionAfterItsGrace()
    {
        var request = _client.GetAsync("api/wait");
        await _log.Waiting.Task.WaitAsync(Patience.Longest);

        await _host.StopAsync().WaitAsync(Patience.Longest);

        Assert.True(_log.Cancelled.Task.IsCompleted);
        await AssertProblemAsync(await request, HttpStatusCode.ServiceUnavailable, "Stopping");
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }
}
