namespace FlowLog.Reports.Charts;

/// <summary>Every report: the three dashboards of a Logstore whose report is on, and the pages of the Flow Log Center.</summary>
public static class FlowReports
{
    public static IReadOnlyList<Report> All { get; } =
    [
        DashboardReports.Traffic,
        DashboardReports.Rejection,
        DashboardReports.Overview,
        CenterReports.Overview,
        CenterReports.Policy,
        CenterReports.Enis,
        CenterReports.Instances,
    ];

    /// <summary>The report of a name; null if there is none.</summary>
    public static Report? Find(string name) => All.FirstOrDefault(report => report.Name == name);
}
