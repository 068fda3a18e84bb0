using FlowLogFunctions.Permissions;

namespace FlowLogFunctions.Accounts;

/// <summary>Who signed in, and with what.</summary>
/// <param name="AccessKeyId">The access key; of a token whose it is, <c>oid:…</c> or <c>appid:…</c>.</param>
/// <param name="Policies">What it may do, unless it is the primary account.</param>
internal sealed record Principal(Identity Identity, string AccessKeyId, PolicySet Policies);
