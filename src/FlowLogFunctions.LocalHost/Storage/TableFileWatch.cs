using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.LocalHost.Storage;

/// <summary>
/// Warns while there is time: Azurite 3.35 writes all tables as one JSON text, and ends when that passes 512 MiB, the longest text of its engine.
/// </summary>
internal sealed partial class TableFileWatch(string azuriteFolder, TimeProvider time, ILogger<TableFileWatch> logger) : BackgroundService
{
    public const long WarnAtBytes = 300_000_000;
    private const long WarnAgainBytes = 50_000_000;
    private const string FileName = "__azurite_db_table__.json";
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>The size at which to warn next, given the file's size.</summary>
    public static long NextWarning(long bytes, long warnAt) => bytes < warnAt ? warnAt : bytes + WarnAgainBytes;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var file = new FileInfo(Path.Combine(azuriteFolder, FileName));
        var warnAt = WarnAtBytes;
        while (!stoppingToken.IsCancellationRequested)
        {
            file.Refresh();
            var next = NextWarning(file.Exists ? file.Length : 0, warnAt);
            if (next != warnAt) Log.Large(logger, file.FullName, file.Length / 1_000_000);
            warnAt = next;
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 940, Level = LogLevel.Warning, Message =
            "{File} has {Size} MB. Azurite fails at 537 MB: delete Logstores or shorten their ttlDays, or start anew with another --storage folder.")]
        public static partial void Large(ILogger logger, string file, long size);
    }
}
