using FlowLog.Network;
using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Network;

internal sealed class SecurityGroupFunctions(Api api, SecurityGroupStore groups, CreateSecurityGroup create, ChangeSecurityGroup change, DeleteSecurityGroup delete)
{
    private const string Route = "api/securitygroups";

    private static readonly InventoryFilters<SecurityGroupItem> Filters = new(
        ("name", group => [group.Name]), ("vpcId", group => [group.VpcId]), ("type", group => [CamelCaseEnum<SecurityGroupType>.NameOf(group.Type)]));

    [Function("ListSecurityGroups")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => groups.ListAsync(caller.Scope, new QueryReader(request.Query), Filters, cancellation), cancellation);

    [Function("CreateSecurityGroup")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        api.OneAsync(
            request, (caller, body) => create.RunAsync(caller.Scope, body, cancellation), cancellation, group => groups.Kind.Location(request, group.Id));

    [Function("GetSecurityGroup")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.OneAsync(request, caller => groups.GetAsync(caller.Scope, id, cancellation), cancellation);

    [Function("ChangeSecurityGroup")]
    public Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.OneAsync(
            request, (caller, body) => change.RunAsync(caller.Scope, id, Api.IfMatch(request), body, cancellation), cancellation);

    [Function("ReplaceSecurityGroupRules")]
    public Task<IResult> ReplaceRulesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{id}/rules")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.OneAsync(
            request, (caller, body) => change.ReplaceRulesAsync(caller.Scope, id, Api.IfMatch(request), body, cancellation), cancellation);

    [Function("DeleteSecurityGroup")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.DoneAsync(request, caller => delete.RunAsync(caller.Scope, id, Api.IfMatch(request), cancellation), cancellation);
}
