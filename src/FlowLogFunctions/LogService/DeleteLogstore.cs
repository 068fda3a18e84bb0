using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.LogService;

/// <summary>Removes a Logstore, also one that a flow log names: that one shows a failed delivery from then on.</summary>
internal sealed class DeleteLogstore(LogstoreStore logstores, TimeProvider time)
{
    public async Task<Refusal?> RunAsync(Caller caller, string project, string name, string? ifMatch, CancellationToken cancellation)
    {
        if (!(await logstores.GetAsync(caller.Scope, project, name, cancellation)).Is(out var logstore, out var refusal))
            return refusal;
        if (ifMatch is not null && ifMatch != logstore.ETag)
            return Refusal.PreconditionFailed("Logstore");
        await logstores.NoteDropAsync(caller.Scope, logstore.Value, time.GetUtcNow(), cancellation);
        return await logstores.RemoveAsync(caller.Scope, logstore, cancellation) ? null : Refusal.ChangedMeanwhile("Logstore");
    }
}
