using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>Lets some queries run at a time; the others wait for a moment, then they are sent away.</summary>
internal sealed class QueryTurns(IOptions<AnalysisOptions> options) : IDisposable
{
    private const int RetryAfterSeconds = 2;

    /// <summary>How long a query waits for its turn.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _free = new(options.Value.Parallelism);

    /// <summary>Queries that could begin at once.</summary>
    public int Free => _free.CurrentCount;

    public async Task<Outcome<QueryTurn>> TakeAsync(TimeSpan patience, CancellationToken cancellation)
    {
        if (await _free.WaitAsync(patience, cancellation))
            return new QueryTurn(_free);
        return new Refusal(StatusCodes.Status503ServiceUnavailable, "ServerBusy", $"{options.Value.Parallelism} queries are running; repeat the request later.")
        {
            RetryAfterSeconds = RetryAfterSeconds,
        };
    }

    public void Dispose() => _free.Dispose();
}
