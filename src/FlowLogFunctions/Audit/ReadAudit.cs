using FlowLogFunctions.Hosting;
using FlowLogFunctions.Permissions;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Audit;

/// <summary>Shows what was done in an account, the newest first. Only the primary account may.</summary>
internal sealed class ReadAudit(AuditTables tables, IOptions<AuditOptions> options, TimeProvider time)
{
    /// <summary>Records that one request looks at; where few of them fit, a page ends early and its cursor goes on.</summary>
    public const int MostLookedAt = 5000;

    public async Task<Outcome<Page<AuditRecord>>> RunAsync(Caller caller, AuditRequest asked, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("see the audit log") is { } forbidden)
            return forbidden;
        var oldest = time.GetUtcNow().AddDays(-options.Value.TtlDays);
        var from = asked.From > oldest ? asked.From.Value : oldest;
        var to = asked.To ?? DateTimeOffset.MaxValue;
        var items = new List<AuditRecord>();
        var (looked, last) = (0, "");
        await foreach (var row in tables.NewestFirstAsync<AuditRecord>(caller.AccountId, from, to, asked.Page.After, cancellation))
        {
            if (items.Count == asked.Page.Limit || looked == MostLookedAt)
                return new Page<AuditRecord>(items, PageRequest.Seal(last));
            (looked, last) = (looked + 1, row.Row);
            if (Fits(row.Value, asked))
                items.Add(row.Value);
        }

        return new Page<AuditRecord>(items, null);
    }

    private static bool Fits(AuditRecord record, AuditRequest asked) =>
        (asked.User is null || record.UserName == asked.User)
        && (asked.Action is null || Wildcard.Matches(asked.Action, record.Action, ignoreCase: true))
        && (asked.Resource is null || Wildcard.Matches(asked.Resource, record.Resource))
        && (asked.Outcome is null || record.Outcome.ToString() == asked.Outcome);
}
