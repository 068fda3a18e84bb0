using FlowLogFunctions.Storage;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Health;

/// <summary>What timers note of themselves for <c>/api/health</c>, a row each. Nothing else rests on it: a note that cannot be made is left out.</summary>
internal sealed partial class HealthNotes(ControlTable table, TimeProvider time, ILogger<HealthNotes> log)
{
    /// <summary>How long making a note may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<T?> FindAsync<T>(CancellationToken cancellation)
        where T : class =>
        (await table.FindAsync<T>(ControlKeys.Health, RowOf<T>(), cancellation))?.Value;

    public async Task<T?> TryFindAsync<T>()
        where T : class
    {
        T? found = null;
        await TryAsync<T>(async stop => found = await FindAsync<T>(stop));
        return found;
    }

    public Task TryPutAsync<T>(T note)
        where T : class =>
        TryAsync<T>(stop => table.PutAsync(ControlKeys.Health, RowOf<T>(), note, stop));

    private async Task TryAsync<T>(Func<CancellationToken, Task> work)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        try
        {
            await work(limit.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException || StorageOutage.Is(fault))
        {
            LogLeftOut(log, RowOf<T>(), fault);
        }
    }

    private static string RowOf<T>() => typeof(T) == typeof(CaptureNote) ? "capture" : "delivery";

    [LoggerMessage(490, LogLevel.Warning, "The note on {Subject} for the service's health is left out")]
    private static partial void LogLeftOut(ILogger logger, string subject, Exception fault);
}
