using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Poison;

/// <summary>Lets one request of the process at a time look through the poison queues; others wait for a moment, then they are sent away.</summary>
internal sealed class PoisonTurns : IDisposable
{
    private const int RetryAfterSeconds = 2;

    /// <summary>How long a request waits for its turn.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _free = new(1);

    public async Task<Outcome<T>> RunAsync<T>(Func<Task<Outcome<T>>> look, TimeSpan patience, CancellationToken cancellation)
    {
        if (!await _free.WaitAsync(patience, cancellation))
        {
            return new Refusal(StatusCodes.Status503ServiceUnavailable, "ServerBusy", "Another request looks through the same messages; repeat it later.")
            {
                RetryAfterSeconds = RetryAfterSeconds,
            };
        }

        try
        {
            return await look();
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
