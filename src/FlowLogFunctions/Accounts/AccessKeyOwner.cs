using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Accounts;

/// <summary>Whose access keys a request is about.</summary>
internal static class AccessKeyOwner
{
    /// <summary>The caller's own.</summary>
    public static Outcome<Identity> Own(Caller caller) => new Identity(caller.AccountId, caller.UserName);

    /// <summary>Those of a sub-user. Only the primary account may.</summary>
    public static Outcome<Identity> Of(Caller caller, string userName) =>
        caller.RefuseSubUser("see and change access keys of users") is { } forbidden ? forbidden : new Identity(caller.AccountId, userName);
}
