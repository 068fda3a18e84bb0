namespace FlowLogFunctions.Accounts;

/// <summary>Who signed in, and with which access key.</summary>
internal sealed record Principal(Identity Identity, string AccessKeyId);
