namespace FlowLogFunctions.Authorization;

/// <summary>Whether the account has confirmed, and what the confirmation lets the service do.</summary>
internal sealed record AuthorizationAnswer(bool Confirmed, DateTimeOffset? ConfirmedAt, string? ConfirmedBy, IReadOnlyList<Grant> Grants)
{
    private static readonly IReadOnlyList<Grant> All =
    [
        new("vpc:CaptureTraffic", "Read the traffic of the ENIs that active flow logs cover."),
        new("log:PostLogStoreLogs", "Write flow records to the Logstores that flow logs name."),
        new("log:CreateIndex", "Turn on index and SQL of a Logstore when a flow log asks for the analysis report."),
        new("log:CreateDashboard", "Keep the aggregates of the analysis report's dashboard."),
    ];

    public static AuthorizationAnswer Of(Confirmation? confirmation) =>
        new(confirmation is not null, confirmation?.ConfirmedAt, confirmation?.ConfirmedBy, All);
}

/// <summary>One thing that the service may do in the account.</summary>
internal sealed record Grant(string Action, string Description);
