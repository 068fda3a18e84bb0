using FlowLog.Flows;
using FlowLog.Scan;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>What top is asked for.</summary>
/// <param name="Fields">One field, or the two of which a record counts for either.</param>
/// <param name="By">One of <see cref="TrafficSum.Orders"/>.</param>
/// <param name="Limit">1 to <see cref="MaxLimit"/>.</param>
internal sealed record TopRequest(TimeRange Range, FlowPredicate Search, string Field, IReadOnlyList<FlowField> Fields, string By, int Limit)
{
    public const int DefaultLimit = 10;
    public const int MaxLimit = 1_000;

    private const string DefaultField = "srcaddr";

    /// <summary>Names for either side of a record.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<FlowField>> EitherSide = new Dictionary<string, IReadOnlyList<FlowField>>(StringComparer.Ordinal)
    {
        ["host"] = [FlowFields.Source, FlowFields.Destination],
        ["port"] = [FlowFields.SourcePort, FlowFields.DestinationPort],
    };

    public static TopRequest Read(QueryReader query, TimeProvider time)
    {
        var (range, search) = (TimeRange.Read(query, time), query.Search("query") ?? FlowPredicate.All);
        var name = query.Text("field") ?? DefaultField;
        var by = query.Choice("by", TrafficSum.Orders) ?? "bytes";
        return new(range, search, name, FieldsOf(query, name), by, (int)query.Number("limit", 1, MaxLimit, DefaultLimit));
    }

    private static IReadOnlyList<FlowField> FieldsOf(QueryReader query, string name)
    {
        if (EitherSide.TryGetValue(name, out var either))
            return either;
        if (FlowFields.Find(name) is { } field)
            return [field];
        query.Problem("field", "ValueNotSupported", $"must be one of {string.Join(", ", EitherSide.Keys.Concat(FlowFields.All.Select(one => one.Name)))}.");
        return [];
    }
}
