using FlowLogFunctions.Accounts;
using FlowLogFunctions.Limits;
using FlowLogFunctions.Permissions;
using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Hosting;

/// <summary>What happens to a request before its use case: who calls, how often, for which region, and whether it may.</summary>
internal sealed class Entrance(Authentication authentication, RequestLimits limits, ClientAddress addresses, RegionCatalog regions)
{
    /// <summary>The call, also of a caller that may not make it; a refusal if it is nobody's, or comes too often.</summary>
    public async Task<Outcome<ApiCall>> AdmitAsync(HttpRequest request, CancellationToken cancellation)
    {
        var action = ActionOf(request);
        if (!(await SignInAsync(request, cancellation)).Is(out var principal, out var refusal))
            return refusal;
        if (limits.Take(principal.AccessKeyId, action.Cost) is { } tooMany)
            return tooMany;
        if (!regions.Find(request.Query["regionId"]).Is(out var region, out refusal))
            return refusal;
        var caller = new Caller(principal.Identity.AccountId, principal.Identity.UserName, region)
        {
            AccessKeyId = principal.AccessKeyId,
            Policies = principal.Policies,
        };
        var resource = action.ResourceOf(caller, request.RouteValues);
        return new ApiCall(caller, action, resource, Permission.Refuse(caller, action, resource));
    }

    private async Task<Outcome<Principal>> SignInAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (authorization, network) = (request.Headers.Authorization.ToString(), addresses.NetworkOf(request));
        if (limits.RefuseSignIn(network, authentication.ClaimedBy(authorization)) is { } tooMany)
            return tooMany;
        var found = await authentication.FindAsync(authorization, cancellation);
        if (found.Refusal is not { Status: StatusCodes.Status401Unauthorized } refusal)
            return found;
        // Who sends no key has not tried one.
        if (refusal.Code is not Authentication.MissingAccessKey && limits.Failed(network) is { } oneTooMany)
            return oneTooMany;
        request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return refusal;
    }

    /// <summary>Both hosts call the endpoint of a function by its name.</summary>
    private static ApiAction ActionOf(HttpRequest request) =>
        request.HttpContext.GetEndpoint()?.DisplayName is { } function && ApiActions.ByFunction.TryGetValue(function, out var action)
            ? action
            : ApiActions.Unknown;
}
