namespace FlowLogFunctions.Accounts;

/// <summary>Settings <c>FlowLog:Operators</c>: the accounts of those who run the service.</summary>
internal sealed class OperatorOptions
{
    public const string Section = "FlowLog:Operators";

    /// <summary>Ids of primary accounts of the settings; none means the only account, where there is only one, and else nobody.</summary>
    public IList<string> AccountIds { get; set; } = [];
}
