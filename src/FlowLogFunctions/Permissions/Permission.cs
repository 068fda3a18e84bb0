using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Permissions;

/// <summary>Whether a caller may do what it asks for.</summary>
internal static class Permission
{
    /// <summary>Null if it may.</summary>
    public static Refusal? Refuse(Caller caller, PolicySet policies, ApiAction action, string resource) => action.Access switch
    {
        _ when caller.IsPrimary => null,
        Access.Anyone => null,
        Access.Own when !policies.Denies(action.Name, resource) => null,
        Access.Policy when policies.Allows(action.Name, resource) => null,
        Access.Primary => caller.RefuseSubUser($"do {action.Name}"),
        _ => Refusal.Forbidden(
            "NoPermission", $"The user '{caller.UserName}' may not do {action.Name} on {resource}: no policy allows it, or one denies it."),
    };
}
