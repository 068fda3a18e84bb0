using FlowLog.Printing;
using FlowLog.Scan;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Analysis.Export;

/// <summary>What is to be exported, and how.</summary>
/// <param name="Query">What the records have to meet; null for all.</param>
internal sealed record ExportRequest(TimeRange Range, FlowPredicate? Query, LineFormat Format, bool IsCompressed)
{
    private const string Ndjson = "ndjson";
    private const string Csv = "csv";
    private const string Gzip = "gzip";
    private const string None = "none";

    public static ExportRequest Read(QueryReader query, TimeProvider time) => new(
        TimeRange.Read(query, time),
        query.Search("query"),
        query.Choice("format", [Ndjson, Csv]) == Csv ? LineFormat.Rfc4180 : LineFormat.Ndjson,
        query.Choice("compress", [None, Gzip]) == Gzip);

    public string ContentType => IsCompressed ? "application/gzip" : Format.IsJson ? "application/x-ndjson" : "text/csv; charset=utf-8";

    /// <summary>Such as <c>vpc-flows_20261122T090000Z_20261122T100000Z.csv.gz</c>.</summary>
    public string FileName(string logstore) =>
        $"{logstore}_{Stamp(Range.From)}_{Stamp(Range.To)}.{(Format.IsJson ? Ndjson : Csv)}{(IsCompressed ? ".gz" : "")}";

    private static string Stamp(long time) => FormattableString.Invariant($"{DateTimeOffset.FromUnixTimeSeconds(time).UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
}
