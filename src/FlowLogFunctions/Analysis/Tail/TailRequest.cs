using FlowLog.Scan;
using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Analysis.Tail;

/// <summary>What is to be watched.</summary>
/// <param name="Query">What the records have to meet.</param>
/// <param name="From">The least start of a record, Unix seconds: what is stored already is sent first. Null for new records only.</param>
/// <param name="After">How far an earlier tail of the same query had come.</param>
internal sealed record TailRequest(FlowPredicate Query, long? From, TailCursor? After)
{
    public const int MaxSecondsBack = 3600;

    private const string Header = "Last-Event-ID";

    public static TailRequest Read(QueryReader query, HttpRequest request, TimeProvider time)
    {
        var condition = query.Search("query") ?? FlowPredicate.All;
        var from = query.Time("from")?.ToUnixTimeSeconds();
        // Browsers send what they read last, and keep the address with which they began.
        var given = query.Text("lastEventId");
        var (name, id) = request.Headers[Header].ToString() is { Length: > 0 } header ? (Header, header) : ("lastEventId", given);
        TailCursor? after = null;
        if (id is { Length: > 0 })
        {
            if (PageRequest.Unseal(id) is { } place && TailCursor.TryParse(place, out var cursor))
                after = cursor == TailCursor.Start ? null : cursor;
            else
                query.Problem(name, "Malformed", "is no id of an event of this tail.");
        }
        else if (from < time.GetUtcNow().ToUnixTimeSeconds() - MaxSecondsBack)
        {
            query.Problem("from", "InvalidTimeRange", "must be at most an hour ago; what is older can be exported.");
        }

        return new(condition, from, after);
    }
}
