using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Audit;

/// <summary>The timer that drops audit records that are no longer kept, once a day.</summary>
internal sealed class AuditRetentionFunctions(DropOldAudit audit)
{
    private const string Schedule = "0 7 2 * * *";

    [Function("DropOldAudit")]
    public Task DropAsync([TimerTrigger(Schedule)] TimerInfo timer, CancellationToken cancellation) => audit.RunAsync(cancellation);
}
