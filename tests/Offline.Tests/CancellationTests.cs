using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Offline.Tests;

[Collection(AzuriteCollection.Name)]
public sealed class CancellationTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task CancelledBefore_NothingIsSent()
    {
        var table = azurite.NewTable();
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.CreateAsync(cancelled));
        Assert.Equal(404, (await table.DeleteAsync()).Status);
    }

    [Fact]
    public async Task CancelledWhileWaiting_EndsAtOnceWithoutRetry()
    {
        using var cancellation = new CancellationTokenSource();
        var silent = new SilentHandler(cancellation);
        var table = azurite.NewTable(new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(silent)) });
        var transaction = new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", "r") { ["v"] = new byte[60_000] });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.SubmitTransactionAsync([transaction], cancellation.Token));
        Assert.Equal(1, silent.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CancelledBetweenPages_NoFurtherPageIsRead(bool ofQuery)
    {
        var table = await azurite.CreateTableAsync();
        for (var n = 0; n < 3; n++) await table.AddEntityAsync(new TableEntity("p", $"{n}"));
        using var cancellation = new CancellationTokenSource();
        var read = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            var query = table.QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: ofQuery ? cancellation.Token : default);
            await foreach (var entity in query.WithCancellation(ofQuery ? default : cancellation.Token))
            {
                read++;
                await cancellation.CancelAsync();
            }
        });

        Assert.Equal(1, read);
    }

    /// <summary>Never answers; cancels when it has been asked.</summary>
    private sealed class SilentHandler(CancellationTokenSource cancellation) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Unreachable.");
        }
    }
}
