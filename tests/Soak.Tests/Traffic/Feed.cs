using System.Net;
using FlowLogFunctions.Soak.Tests.Host;
using FlowLogFunctions.Soak.Tests.Support;

namespace FlowLogFunctions.Soak.Tests.Traffic;

/// <summary>Hands capture files over, of hours past and of the minutes around now, whatever happens to the service meanwhile.</summary>
internal sealed class Feed(Api api, SoakNetwork network, DrivenClock clock, int seed)
{
    private const int Minute = 60;
    private const int PastMinutes = 170;
    private const int LongestSeconds = 150;
    private const int MostPackets = 2_500;
    private const int FilesBetweenRemovals = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private readonly Random _random = new(seed);

    /// <summary>What has been handed over, at all ENIs.</summary>
    public FlowSums Truth { get; } = new();

    public int Files { get; private set; }

    /// <summary>Until it is asked to stop; the file that is under way then is still handed over.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken cancellation)
    {
        while (!stop.IsCancellationRequested)
        {
            await PutAsync(network.Captured[_random.Next(network.Captured.Count)], cancellation);
            if (Files % FilesBetweenRemovals == 0) await RemoveDoneAsync(cancellation);
            await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PutAsync(SoakEni eni, CancellationToken cancellation)
    {
        var now = clock.Now.ToUnixTimeSeconds();
        // One in three is of now: a part of it has not happened yet.
        var from = _random.Next(3) == 0 ? now - _random.Next(Minute) : now - (_random.Next(10, PastMinutes) * Minute);
        var traffic = CapturedTraffic.Of(_random, eni, from, _random.Next(1, LongestSeconds), _random.Next(1, MostPackets));
        Files++;
        // If an answer is lost, the next try is told that the file is there.
        await api.PutNewAsync($"enis/{eni.Id}/captures/{Files:D6}.pcap", traffic.File, cancellation);
        Truth.Add(traffic.Truth);
    }

    /// <summary>As people do who watch their bill; records stay.</summary>
    private async Task RemoveDoneAsync(CancellationToken cancellation)
    {
        foreach (var eni in network.Captured)
            foreach (var file in await api.ItemsAsync($"enis/{eni.Id}/captures", cancellation))
                if (file.GetProperty("status").GetString() == "done")
                    await api.SendAsync(HttpMethod.Delete, $"enis/{eni.Id}/captures/{file.GetProperty("name").GetString()}", null, cancellation, HttpStatusCode.NotFound);
    }
}
