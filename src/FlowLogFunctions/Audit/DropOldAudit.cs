using FlowLogFunctions.Hosting;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Audit;

/// <summary>Drops the months of which every record is older than it is kept.</summary>
internal sealed class DropOldAudit(AuditTables tables, IOptions<AuditOptions> options, UpkeepTelemetry telemetry, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var oldest = time.GetUtcNow().AddDays(-options.Value.TtlDays);
        foreach (var month in (await tables.MonthsAsync(cancellation)).Where(month => month.AddMonths(1) <= oldest))
        {
            await Traces.Work("drop audit month").RunAsync(() => tables.DropAsync(month, cancellation));
            telemetry.AuditDropped();
        }
    }
}
