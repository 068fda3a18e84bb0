using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Permissions;

/// <summary>Whether a caller may do what it asks for.</summary>
internal static class Permission
{
    private const int MostOfAName = 256;

    /// <summary>Null if it may.</summary>
    public static Refusal? Refuse(Caller caller, ApiAction action, string resource) => action.Access switch
    {
        _ when caller.IsPrimary => null,
        Access.Anyone => null,
        Access.Own when !caller.Policies.Denies(action.Name, resource) => null,
        Access.Policy when caller.Policies.Allows(action.Name, resource) => null,
        Access.Primary => caller.RefuseSubUser($"do {action.Name}"),
        _ => Refusal.Forbidden(
            "NoPermission", $"The user '{caller.UserName}' may not do {action.Name} on {resource}: no policy allows it, or one denies it."),
    };

    /// <summary>Null if it may do this, too, to the Logstore that its body names. Asked before it is told whether that exists.</summary>
    /// <param name="logstore">Null where the body leaves it out: then the Project must be all its own.</param>
    public static Refusal? RefuseLogstore(Caller caller, ApiAction action, string project, string? logstore) =>
        Refuse(caller, action, action.ResourceOf(caller, new() { ["project"] = Cut(project), ["logstore"] = Cut(logstore ?? "*") }));

    /// <summary>No name is that long, and patterns take time with the length of what they are held against.</summary>
    private static string Cut(string name) => name.Length <= MostOfAName ? name : name[..MostOfAName];
}
