using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Audit;

/// <summary>Which records are asked for.</summary>
/// <param name="Action">With wildcards; null for any.</param>
/// <param name="Resource">With wildcards; null for any.</param>
internal sealed record AuditRequest(
    DateTimeOffset? From, DateTimeOffset? To, string? User, string? Action, string? Resource, string? Outcome, PageRequest Page)
{
    public static AuditRequest Read(QueryReader query)
    {
        var (from, to) = (query.Time("from"), query.Time("to"));
        if (from >= to)
            query.Problem("from", "InvalidTimeRange", "must be before to.");
        return new(
            from, to, query.Text("user"), query.Text("action"), query.Text("resource"), query.Choice("outcome", Enum.GetNames<AuditOutcome>()),
            PageRequest.Read(query));
    }
}
