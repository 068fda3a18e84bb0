using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Network;

internal sealed class SecurityGroupVersionFunctions(Api api, SecurityGroupVersionStore versions)
{
    private const string Route = "api/securitygroups/{id}/versions";

    [Function("ListSecurityGroupVersions")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string id, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => versions.ListAsync(caller.Scope, id, new QueryReader(request.Query), cancellation), cancellation);

    [Function("GetSecurityGroupVersion")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{version}")] HttpRequest request,
        string id,
        string version,
        CancellationToken cancellation) =>
        api.OneAsync(request, caller => versions.GetAsync(caller.Scope, id, version, cancellation), cancellation);
}
