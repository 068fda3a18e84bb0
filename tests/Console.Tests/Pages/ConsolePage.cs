namespace FlowLogFunctions.Console.Tests.Pages;

/// <summary>A page of the console with the sample.</summary>
/// <param name="Name">What its pictures are called.</param>
/// <param name="Route">Its route; a name in braces stands for the id of the resource that the sample has under it.</param>
/// <param name="ShowsRecords">Whether it shows flow records, which come a minute after the sample is made.</param>
internal sealed record ConsolePage(string Name, string Route, bool ShowsRecords = false)
{
    private const string Logstore = "/logservice/sample-project/flow-log";

    /// <summary>Every page.</summary>
    public static IReadOnlyList<ConsolePage> All { get; } =
    [
        new("flowlogs", "/flowlogs"),
        new("create", "/flowlogs/create"),
        new("logservice", "/logservice"),
        new("map", "/network"),
        new("vpcs", "/network/vpcs"),
        new("vswitches", "/network/vswitches"),
        new("enis", "/network/enis"),
        new("securitygroups", "/network/securitygroups"),
        new("prefixlists", "/network/prefixlists"),
        new("users", "/users"),
        new("poison", "/poison"),
        new("not-found", "/no/such/page"),
        new("usage", "/usage", ShowsRecords: true),
        new("securitygroup", "/network/securitygroups/{web}", ShowsRecords: true),
        new("search", Logstore, ShowsRecords: true),
        new("search-sql", Logstore + "?query=" + Uri.EscapeDataString("* | SELECT action, count(*) AS records FROM log GROUP BY action"), ShowsRecords: true),
        new("tail", Logstore + "?mode=tail", ShowsRecords: true),
        .. new[] { "summary", "traffic", "rejection", "overview", "center-overview", "policy", "eni", "inter-ecs" }
            .Select(report => new ConsolePage("dashboard-" + report, $"{Logstore}/dashboards/{report}", ShowsRecords: true)),
    ];

    public static ConsolePage Named(string name) => All.Single(page => page.Name == name);
}
