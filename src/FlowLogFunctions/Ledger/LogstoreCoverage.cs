using FlowLog.Flows;
using FlowLog.Ledger;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;

namespace FlowLogFunctions.Ledger;

/// <summary>Which ENIs the flow logs of a Logstore cover, or did a short while ago, and when.</summary>
internal sealed class LogstoreCoverage(Coverage coverage)
{
    private const int Minute = 60;

    /// <summary>The times by ENI; not before the Logstore or the ENI was made.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<CoveredSpan>>> OfAsync(Scope scope, Logstore logstore, CancellationToken cancellation)
    {
        var spans = new Dictionary<string, IReadOnlyList<CoveredSpan>>(StringComparer.Ordinal);
        foreach (var (eni, times) in await coverage.OfAsync(scope, cancellation))
        {
            var own = times.Where(time => time.FlowLog.Project == logstore.Project && time.FlowLog.Logstore == logstore.Name).ToList();
            var made = Math.Max(CaptureWindow.Floor(eni.CreatedAt.ToUnixTimeSeconds(), Minute), CaptureWindow.Floor(logstore.CreatedAt.ToUnixTimeSeconds(), Minute));
            var interval = times.Min(time => time.FlowLog.AggregationInterval) * Minute;
            if (own.Count > 0)
                spans[eni.Id] = [.. own.Select(time => new CoveredSpan(Math.Max(time.Since, made), time.Until, interval))];
        }

        return spans;
    }
}
