namespace FlowLogFunctions.LogService;

/// <summary>A Logstore as the API shows it.</summary>
/// <param name="Report">Whether index, SQL and dashboard are on; for records from <paramref name="ReportSince"/> on.</param>
internal sealed record LogstoreAnswer(
    string Project, string Name, string Description, int TtlDays, bool Report, DateTimeOffset? ReportSince, string RegionId, DateTimeOffset CreatedAt)
{
    public static LogstoreAnswer Of(Logstore logstore, string region) => new(
        logstore.Project, logstore.Name, logstore.Description, logstore.TtlDays,
        logstore.ReportSince is not null, logstore.ReportSince, region, logstore.CreatedAt);
}
