using Microsoft.Extensions.Hosting;

namespace FlowLogFunctions.LocalHost;

/// <summary>The time that running functions have to finish once the host is asked to stop; then their tokens are cancelled.</summary>
internal sealed class Grace : IDisposable
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    /// <summary>The host leaves behind what still runs by then.</summary>
    public static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenRegistration _stopping;

    public Grace(IHostApplicationLifetime lifetime, TimeProvider time)
    {
        _over = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _stopping = lifetime.ApplicationStopping.Register(() => _over.CancelAfter(Length));
    }

    public CancellationToken Over => _over.Token;

    public void Dispose()
    {
        _stopping.Dispose();
        _over.Dispose();
    }
}
