namespace FlowLogFunctions.LogService;

/// <summary>A Logstore: it keeps flow records for some days, and with its report on also their aggregates.</summary>
/// <param name="Id">12 lower-case letters and digits, new at each creation and never shown: the tables are named by it.</param>
/// <param name="TtlDays">Days that records are kept, 1 to 3650.</param>
/// <param name="ReportSince">Index, SQL and dashboard know the records from here on; null if the report is off.</param>
/// <param name="IsTtlChosen">True if somebody set <paramref name="TtlDays"/>; false if it is the default and follows the report.</param>
internal sealed record Logstore(
    string Id, string Project, string Name, string Description, int TtlDays, DateTimeOffset CreatedAt, DateTimeOffset? ReportSince, bool IsTtlChosen)
{
    public const int IdLength = 12;

    /// <summary>With the report on from <paramref name="now"/>; a retention that nobody chose becomes 7 days.</summary>
    public Logstore WithReport(DateTimeOffset now) =>
        this with { ReportSince = now, TtlDays = IsTtlChosen ? TtlDays : LogServiceLimits.ReportTtlDays };

    /// <summary>With the report off; a retention that nobody chose becomes 300 days.</summary>
    public Logstore WithoutReport() =>
        this with { ReportSince = null, TtlDays = IsTtlChosen ? TtlDays : LogServiceLimits.DefaultTtlDays };
}
