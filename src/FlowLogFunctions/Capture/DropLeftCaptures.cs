using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Capture;

/// <summary>
/// Removes the capture files of ENIs that are gone: a deletion was cut off before it came to them, or an upload ended after it. Ids are never
/// given again, so nobody can see them any more.
/// </summary>
internal sealed partial class DropLeftCaptures(CaptureFiles files, EniStore enis, UpkeepTelemetry telemetry, ILogger<DropLeftCaptures> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var (scope, eniId) in files.EnisAsync(cancellation))
        {
            try
            {
                if (await enis.FindAsync(scope, eniId, cancellation) is null)
                    telemetry.CapturesDropped(await files.RemoveAllAsync(scope, eniId, cancellation));
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                telemetry.Left("drop captures", fault);
                LogLeft(log, UpkeepTelemetry.LevelOf(fault), eniId, fault);
            }
        }
    }

    [LoggerMessage(EventId = 464, Message = "Capture files of the ENI {Eni}, which is gone, are left for the next run")]
    private static partial void LogLeft(ILogger logger, LogLevel level, string eni, Exception fault);
}
