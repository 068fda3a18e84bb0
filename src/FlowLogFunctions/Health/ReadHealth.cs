using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Health;

/// <summary>
/// Looks at all that the service rests on, side by side and within <see cref="StorageProbe.Patience"/>. An answer is kept for some seconds, and
/// whoever asks meanwhile waits for the look that is under way.
/// </summary>
internal sealed class ReadHealth(
    StorageProbe probe, QueueDepths queues, CaptureFiles files, HealthNotes notes, IOptions<HealthOptions> options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private HealthAnswer? _last;

    public async Task<HealthAnswer> RunAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            // A clock that was set back must not keep an old answer.
            if (_last is null || (now - _last.CheckedAt).Duration() >= TimeSpan.FromSeconds(options.Value.CacheSeconds))
                _last = await LookAsync(now, cancellation);
            return _last with { Time = time.GetUtcNow() };
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<HealthAnswer> LookAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var tables = probe.AskAsync(NotesAsync, cancellation);
        var depth = probe.AskAsync(stop => queues.ReadAsync(now, stop), cancellation);
        var blobs = probe.AskAsync(files.AreThereAsync, cancellation);
        await Task.WhenAll(tables, depth, blobs);
        var services = new HealthServices(ServiceHealth.Of(await tables), ServiceHealth.Of(await depth), ServiceHealth.Of(await blobs));
        var (queue, (capture, delivery)) = ((await depth).Found, (await tables).Found);
        HealthReason[] reasons = [.. HealthJudgement.Reasons(services, queue, capture, delivery, now)];
        var status = HealthJudgement.StatusOf(reasons);
        var storage = status == HealthStatus.Unhealthy ? Reachability.Unreachable : Reachability.Reachable;
        return new(status, storage, now, now, reasons, services, queue, capture, delivery);
    }

    private async Task<(CaptureNote?, DeliveryNote?)> NotesAsync(CancellationToken cancellation)
    {
        var (capture, delivery) = (notes.FindAsync<CaptureNote>(cancellation), notes.FindAsync<DeliveryNote>(cancellation));
        await Task.WhenAll(capture, delivery);
        return (await capture, await delivery);
    }
}
