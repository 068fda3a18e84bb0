using FlowLog.Flows;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Capture;

/// <summary>
/// Forgets flow logs that ended: once all that they cover has been captured up to their end, and ingest has had time for it. After a long outage they
/// are forgotten without that, and it is said.
/// </summary>
internal sealed partial class ForgetEndedFlowLogs(
    EndedFlowLogs ended, EniStore enis, CursorStore cursors, LateTraffic late, Telemetry telemetry, TimeProvider time, ILogger<ForgetEndedFlowLogs> log)
{
    /// <summary>How long a flow log is remembered after all of its traffic was captured: ingest that is further behind loses what was open.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>How long after its end capture may come to it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const int Minute = 60;

    public async Task RunAsync(Scope scope, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        List<Eni>? all = null;
        await foreach (var row in ended.RowsAsync(scope, cancellation))
        {
            if (row.Value.CapturedAt is { } captured)
            {
                if (now - captured >= Kept)
                    await ended.ForgetAsync(scope, row, cancellation);
                continue;
            }

            all ??= await enis.AllAsync(scope, cancellation).Select(eni => eni.Value).ToListAsync(cancellation);
            if (CoveredTime.Of(row.Value) is not { } covering || await IsCapturedAsync(scope, covering, all, cancellation))
                await ended.NoteCapturedAsync(scope, row, now, cancellation);
            else if (now - DateTimeOffset.FromUnixTimeSeconds(covering.Until) >= Longest)
                await CutOffAsync(scope, row, cancellation);
        }
    }

    private async Task<bool> IsCapturedAsync(Scope scope, CoveredTime covering, IReadOnlyList<Eni> all, CancellationToken cancellation)
    {
        foreach (var eni in all.Where(eni => Coverage.Covers(covering.FlowLog.ResourceType, covering.FlowLog.ResourceId, eni)))
        {
            // An ENI that was made since has nothing of that time.
            if (CaptureWindow.Floor(eni.CreatedAt.ToUnixTimeSeconds(), Minute) >= covering.Until)
                continue;
            var cursor = (await cursors.FindAsync(scope, eni.Id, cancellation))?.Value;
            if (cursor is null || cursor.Plan is not null || cursor.Until < covering.Until || late.Until(eni, covering) > time.GetUtcNow().ToUnixTimeSeconds())
                return false;
        }

        return true;
    }

    private async Task CutOffAsync(Scope scope, Stored<FlowLogs.FlowLog> row, CancellationToken cancellation)
    {
        await ended.ForgetAsync(scope, row, cancellation);
        telemetry.CutOff();
        LogCutOff(log, row.Value.Id);
    }

    [LoggerMessage(101, LogLevel.Error, "The flow log {FlowLog} ended a week ago and was not captured up to its end: what was open is lost.")]
    private static partial void LogCutOff(ILogger logger, string flowLog);
}
