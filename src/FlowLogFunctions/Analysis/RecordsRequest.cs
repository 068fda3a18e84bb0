using FlowLog.Scan;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Analysis;

/// <summary>What records are asked for.</summary>
/// <param name="Limit">1 to <see cref="MaxLimit"/>.</param>
/// <param name="After">The cursor of the page before.</param>
/// <param name="Query">What the records have to meet; null for all.</param>
internal sealed record RecordsRequest(TimeRange Range, int Limit, RecordPlace? After, bool Reverse, FlowPredicate? Query = null)
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

        return new(range, limit, after, query.Flag("reverse"), query.Search("query"));
    }
}
