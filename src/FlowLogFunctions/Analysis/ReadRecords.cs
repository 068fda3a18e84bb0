using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis;

/// <summary>What records are asked for.</summary>
/// <param name="Limit">1 to <see cref="MaxLimit"/>.</param>
/// <param name="After">The cursor of the page before.</param>
internal sealed record RecordsRequest(TimeRange Range, int Limit, RecordPlace? After, bool Reverse)
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 10_000;

    public static RecordsRequest Read(QueryReader query, TimeProvider time)
    {
        var range = TimeRange.Read(query, time);
        var limit = (int)query.Number("limit", 1, MaxLimit, DefaultLimit);
        RecordPlace? after = null;
        if (query.Cursor("cursor") is { } cursor)
        {
            if (RecordPlace.TryParse(cursor, out var place))
                after = place;
            else
                query.Problem("cursor", "Malformed", "is no cursor of records; take it from the answer before.");
        }

        return new(range, limit, after, query.Flag("reverse"));
    }
}

/// <summary>A Logstore's records of a time range, a page at a time. Needs no report to be on.</summary>
internal sealed class ReadRecords(LogstoreStore logstores, LogstoreTables tables)
{
    public async Task<Outcome<RecordPage>> RunAsync(
        Caller caller, string project, string logstore, RecordsRequest request, CancellationToken cancellation)
    {
        if ((await logstores.FindAsync(caller.Scope, project, logstore, cancellation))?.Value is not { } found)
            return Refusal.NotFound("Logstore", $"{project}/{logstore}", "LogStoreNotExist");
        var scan = new RecordScan(tables, found.Id, request.Range, request.After, request.Reverse);
        var page = new RecordPage(request.Range);
        await foreach (var (place, rows, row) in scan.RunAsync(cancellation))
        {
            if (page.Records.Count == request.Limit)
                return page with { Cursor = page.Last };
            page.Records.Add((rows, row));
            page.Last = PageRequest.Seal(place.ToString());
        }

        return page;
    }
}
