using System.Diagnostics;
using FlowLog.Benchmarks.Packing;

namespace FlowLog.Benchmarks.Querying;

/// <summary>nfdump's whole process, which has to read its file each time; from the page cache.</summary>
internal static class NfdumpQueries
{
    public static async Task<QueryTimes?> RunAsync(string? file, QueryCase query, int runs, CancellationToken cancellation)
    {
        if (file is null || query.Nfdump is null || !Peer.IsInstalled("nfdump"))
            return null;
        var times = new List<double>();
        for (var run = 0; run <= runs; run++)
        {
            var began = Stopwatch.GetTimestamp();
            await Peer.RunAsync("nfdump", ["-r", file, "-q", .. query.Nfdump], cancellation);
            if (run > 0)
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return new(new(times), null);
    }
}
