using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.LogService;

/// <summary>Whose Project bears a name. Written before the Project and removed after it, so that no two ever bear the same.</summary>
internal sealed record ProjectClaim(string AccountId, string Region)
{
    public bool IsOf(Scope scope) => AccountId == scope.AccountId && Region == scope.Region;
}
