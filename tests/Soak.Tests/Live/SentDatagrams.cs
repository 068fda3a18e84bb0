using FlowLogFunctions.Tests.Capture.Interfaces;

namespace FlowLogFunctions.Soak.Tests.Live;

/// <summary>Datagrams that pass an interface all the time, each second to another port, so that records say when what they count was sent.</summary>
internal sealed class SentDatagrams(HostLink link, TimeProvider time)
{
    private const int FirstPort = 1000;
    private const int EachTime = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly long _began = time.GetUtcNow().ToUnixTimeSeconds();
    private readonly Dictionary<long, long> _sent = [];

    /// <summary>Unix seconds with the datagrams that were sent within; read when sending is over.</summary>
    public IReadOnlyDictionary<long, long> BySecond => _sent;

    /// <summary>The second in which what went to a port was sent.</summary>
    public long SecondOf(int port) => _began + port - FirstPort;

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var second = time.GetUtcNow().ToUnixTimeSeconds();
            link.SendTo((int)(FirstPort + second - _began), EachTime);
            _sent[second] = _sent.GetValueOrDefault(second) + EachTime;
            await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
