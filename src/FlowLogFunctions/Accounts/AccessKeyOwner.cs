using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Accounts;

/// <summary>Whose access keys a request is about.</summary>
internal static class AccessKeyOwner
{
    /// <summary>The caller's own. Who comes with a token has none, unless it is the primary account.</summary>
    public static Outcome<Identity> Own(Caller caller) => caller.UserName is { } name && User.NameComplaint(name) is not null
        ? Refusal.Forbidden("NoPermission", $"'{name}' signs in with tokens and has no access keys.")
        : new Identity(caller.AccountId, caller.UserName);

    /// <summary>Those of a sub-user. Only the primary account may.</summary>
    public static Outcome<Identity> Of(Caller caller, string userName) =>
        caller.RefuseSubUser("see and change access keys of users") is { } forbidden ? forbidden : new Identity(caller.AccountId, userName);
}
