namespace FlowLogFunctions.Capture;

/// <summary>Settings <c>FlowLog:HostSources</c>: whose ENIs may have traffic sources that belong to the host.</summary>
internal sealed class HostSourceOptions
{
    public const string Section = "FlowLog:HostSources";

    /// <summary>Stands for every account.</summary>
    public const string All = "*";

    /// <summary>Ids of primary accounts of the settings, or <see cref="All"/>; none means the only account, where there is only one, and else nobody.</summary>
    public IList<string> AccountIds { get; set; } = [];
}
