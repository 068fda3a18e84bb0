using System.Text;
using System.Text.Json;
using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowLogFunctions.Tests.Hosting;

public sealed class FailureAnswerTests
{
    private readonly Connection _connection = new();
    private readonly DefaultHttpContext _http;

    public FailureAnswerTests()
    {
        _http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        _http.Features.Set<IHttpRequestLifetimeFeature>(_connection);
        _http.Response.Body = new MemoryStream();
    }

    [Fact]
    public async Task Work_ThatIsDone_IsLeftAlone()
    {
        await RunAsync(() => _http.Response.WriteAsync("done"));

        Assert.Equal((200, "done", false), (_http.Response.StatusCode, Body(), _connection.IsCut));
    }

    [Fact]
    public async Task Fault_IsAnsweredWithoutItsCause_AndWithoutWhatWasSetBefore()
    {
        _http.Response.Headers.ETag = "\"1\"";
        _http.Response.Headers[Api.RequestIdHeader] = "the request";

        await RunAsync(() => throw new InvalidOperationException("the cause"));

        Assert.Equal(("the request", "no-store"), (_http.Response.Headers[Api.RequestIdHeader].ToString(), _http.Response.Headers.CacheControl.ToString()));

        var problem = JsonDocument.Parse(Body()).RootElement;
        Assert.Equal((500, "application/problem+json", "nosniff"), (_http.Response.StatusCode, _http.Response.ContentType, _http.Response.Headers.XContentTypeOptions.ToString()));
        Assert.Equal("InternalError", problem.GetProperty("code").GetString());
        Assert.DoesNotContain("cause", Body(), StringComparison.Ordinal);
        Assert.Equal(0, _http.Response.Headers.ETag.Count);
    }

    [Fact]
    public async Task Fault_AfterTheAnswerBegan_CutsIt()
    {
        _http.Features.Set<IHttpResponseFeature>(new Begun());

        await RunAsync(() => throw new InvalidOperationException());

        Assert.True(_connection.IsCut);
    }

    [Fact]
    public async Task Fault_OfACallerThatHasLeft_IsAnsweredToNobody()
    {
        _connection.Cut();

        await RunAsync(() => throw new OperationCanceledException());

        Assert.Equal((200, ""), (_http.Response.StatusCode, Body()));
    }

    private Task RunAsync(Func<Task> work) => FailureAnswer.InsteadAsync(_http, NullLogger.Instance, "GetVpc", work);

    private string Body() => Encoding.UTF8.GetString(((MemoryStream)_http.Response.Body).ToArray());

    private sealed class Connection : IHttpRequestLifetimeFeature
    {
        private readonly CancellationTokenSource _cut = new();

        public bool IsCut => _cut.IsCancellationRequested;

        public CancellationToken RequestAborted { get => _cut.Token; set => throw new NotSupportedException(); }

        public void Abort() => Cut();

        public void Cut() => _cut.Cancel();
    }

    private sealed class Begun : HttpResponseFeature
    {
        public override bool HasStarted => true;
    }
}
