namespace FlowLogFunctions.Accounts;

/// <summary>Whether an access key opens anything.</summary>
internal enum AccessKeyStatus
{
    Active,
    Inactive,
}
