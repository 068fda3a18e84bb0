using System.Diagnostics;
using System.Net;
using FlowLog.Benchmarks.Measuring;

namespace FlowLog.Benchmarks.Startup;

/// <summary>How long the built local host takes to start on a data folder, and what memory.</summary>
internal static class MeasuredStart
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(10);

    /// <summary>Starts it, waits until it answers that it is healthy, and stops it in order.</summary>
    /// <exception cref="InvalidOperationException">It ends, or is not healthy within two minutes.</exception>
    public static async Task<Start> OfAsync(string dataFolder, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestStart);
        var began = Stopwatch.GetTimestamp();
        await using var host = new HostProcess(dataFolder, dataFolder, new Dictionary<string, string>());
        await AnswersAsync(host, patience.Token);
        var elapsed = Stopwatch.GetElapsedTime(began);
        return new(elapsed, ProcessMemory.Peak(host.Id), ProcessMemory.Children(host.Id).Sum(ProcessMemory.Peak));
    }

    private static async Task AnswersAsync(HostProcess host, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = await host.AddressAsync(cancellation) };
        while (true)
        {
            using var answer = await client.GetAsync(new Uri("api/health", UriKind.Relative), cancellation);
            if (answer.StatusCode == HttpStatusCode.OK)
                return;
            await Task.Delay(BetweenTries, cancellation);
        }
    }
}
