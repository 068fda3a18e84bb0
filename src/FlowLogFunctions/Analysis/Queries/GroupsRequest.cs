using FlowLog.Flows;
using FlowLog.Scan;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>What groups are asked for.</summary>
/// <param name="Fields">By what, at most <see cref="MaxFields"/>.</param>
/// <param name="Interval">Seconds of the stretches of time that records are also grouped by; null if they are not.</param>
/// <param name="Order">One of <see cref="TrafficSum.Orders"/>, or time.</param>
/// <param name="Limit">1 to <see cref="MaxLimit"/>.</param>
internal sealed record GroupsRequest(TimeRange Range, FlowPredicate Search, IReadOnlyList<FlowField> Fields, long? Interval, string Order, int Limit)
{
    public const string Time = "time";
    public const int MaxFields = 8;
    public const int DefaultLimit = 100;
    public const int MaxLimit = 10_000;

    private const int MaxInterval = 31 * 86_400;

    public static GroupsRequest Read(QueryReader query, TimeProvider time)
    {
        var (range, search) = (TimeRange.Read(query, time), query.Search("query") ?? FlowPredicate.All);
        var interval = query.Number("interval", 1, MaxInterval, 0);
        var fields = FieldsOf(query, interval > 0);
        var order = query.Choice("order", [.. TrafficSum.Orders, Time]) ?? (interval > 0 ? Time : "bytes");
        if (order == Time && interval == 0)
            query.Problem("order", "ValueNotSupported", "can be time only where interval is given.");
        return new(range, search, fields, interval > 0 ? interval : null, order, (int)query.Number("limit", 1, MaxLimit, DefaultLimit));
    }

    private static IReadOnlyList<FlowField> FieldsOf(QueryReader query, bool hasInterval)
    {
        var names = (query.Text("by") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length == 0 && !hasInterval)
            query.Problem("by", "MissingParameter", "is missing; name fields, with commas between, or give an interval.");
        if (names.Length > MaxFields)
            query.Problem("by", "TooMany", $"names {names.Length} fields; at most {MaxFields} are allowed.");
        var fields = names.Select(FlowFields.Find).ToList();
        foreach (var name in names.Where(name => FlowFields.Find(name) is null).Distinct())
            query.Problem("by", "ValueNotSupported", $"names {(name.Length > 60 ? name[..60] : name)}; fields are {string.Join(", ", FlowFields.All.Select(field => field.Name))}.");
        if (fields.OfType<FlowField>().Distinct().Count() < fields.OfType<FlowField>().Count())
            query.Problem("by", "MoreThanOnce", "names a field more than once.");
        return [.. fields.OfType<FlowField>()];
    }
}
