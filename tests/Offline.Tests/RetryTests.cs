using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Offline.Tests;

[Collection(AzuriteCollection.Name)]
public sealed class RetryTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TransientFailures_AreRetriedWithTheWholeBody(bool dropped)
    {
        var flaky = new FlakyHandler(dropped);
        var table = await azurite.CreateTableAsync(Options(flaky));
        var bytes = Enumerable.Range(0, 60_000).Select(n => (byte)n).ToArray();

        flaky.Failures = 2;
        await table.AddEntityAsync(new TableEntity("p", "a") { ["v"] = bytes });
        flaky.Failures = 2;
        var answer = await table.SubmitTransactionAsync(
            Enumerable.Range(0, 10).Select(n => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"b{n}") { ["v"] = bytes })));
        flaky.Failures = 2;
        var read = await table.QueryAsync<TableEntity>().ToListAsync();

        Assert.Equal(10, answer.Value.Count);
        Assert.Equal(11, read.Count);
        Assert.All(read, entity => Assert.Equal(bytes, entity.GetBinary("v")));
        Assert.Equal(6, flaky.Failed);
        Assert.Equal(2, flaky.Bodies.Distinct().Count());
    }

    [Fact]
    public async Task LastingFailure_IsReportedAfterTheRetries()
    {
        var flaky = new FlakyHandler(dropped: false) { Failures = int.MaxValue };
        var table = azurite.NewTable(Options(flaky));
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync());
        Assert.Equal((503, 4), (failure.Status, flaky.Failed));
    }

    [Fact]
    public async Task Conflicts_AreNotRetried()
    {
        var flaky = new FlakyHandler(dropped: false);
        var table = await azurite.CreateTableAsync(Options(flaky));
        await table.AddEntityAsync(new TableEntity("p", "r"));
        var before = flaky.Sent;
        await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        Assert.Equal(before + 1, flaky.Sent);
    }

    [Fact]
    public async Task AddedPolicies_SeeEachRequestOnce()
    {
        var policy = new CountingPolicy();
        var options = new TableClientOptions();
        options.AddPolicy(policy, HttpPipelinePosition.PerCall);
        var table = await azurite.CreateTableAsync(options);
        await table.AddEntityAsync(new TableEntity("p", "r"));
        Assert.Equal(2, policy.Count);
    }

    private static TableClientOptions Options(FlakyHandler handler) => new()
    {
        Transport = new HttpClientTransport(new HttpClient(handler)),
        Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1), MaxRetries = 3 },
    };

    /// <summary>Takes the whole request and then fails, as often as told.</summary>
    private sealed class FlakyHandler(bool dropped) : DelegatingHandler(new SocketsHttpHandler())
    {
        public int Failures { get; set; }

        public int Failed { get; private set; }

        public int Sent { get; private set; }

        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent++;
            if (Failures == 0) return await base.SendAsync(request, cancellationToken);
            (Failures, Failed) = (Failures - 1, Failed + 1);
            if (request.Content is { } body) Bodies.Add(await body.ReadAsStringAsync(cancellationToken));
            if (dropped) throw new HttpRequestException("The connection was dropped.");
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { RequestMessage = request };
        }
    }

    private sealed class CountingPolicy : HttpPipelineSynchronousPolicy
    {
        public int Count { get; private set; }

        public override void OnSendingRequest(HttpMessage message) => Count++;
    }
}
