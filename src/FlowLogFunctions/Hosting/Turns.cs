using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Hosting;

/// <summary>Lets so many requests of the process do something at a time; others wait for a moment, then they are sent away.</summary>
/// <param name="busy">Why, to those.</param>
internal abstract class Turns(int most, string busy) : IDisposable
{
    private const int RetryAfterSeconds = 2;

    /// <summary>How long a request waits for its turn.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _free = new(most);

    /// <summary>Requests that could begin at once.</summary>
    public int Free => _free.CurrentCount;

    public async Task<Outcome<Turn>> TakeAsync(TimeSpan patience, CancellationToken cancellation)
    {
        if (await _free.WaitAsync(patience, cancellation))
            return new Turn(_free);
        return new Refusal(StatusCodes.Status503ServiceUnavailable, "ServerBusy", busy) { RetryAfterSeconds = RetryAfterSeconds };
    }

    public void Dispose() => _free.Dispose();
}
