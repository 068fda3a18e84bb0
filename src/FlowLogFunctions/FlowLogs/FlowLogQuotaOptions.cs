namespace FlowLogFunctions.FlowLogs;

/// <summary>Settings <c>FlowLog:Quota</c>.</summary>
internal sealed class FlowLogQuotaOptions
{
    public const string Section = "FlowLog:Quota";

    /// <summary>The most that one region of an account may be allowed to have: decisions about the quota read them all.</summary>
    public const int Most = 1000;

    /// <summary>Flow logs of an account in one region, 1 to <see cref="Most"/>; Alibaba Cloud allows 10.</summary>
    public int FlowLogsPerRegion { get; set; } = 10;
}
