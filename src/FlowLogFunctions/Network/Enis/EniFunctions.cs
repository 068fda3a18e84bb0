using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Network;

internal sealed class EniFunctions(Api api, EniStore enis, DescribeEni describe, CreateEni create, ChangeEni change, DeleteEni delete)
{
    private const string Route = "api/enis";

    private static readonly InventoryFilters<Eni> Filters = new(
        ("name", eni => [eni.Name]),
        ("vpcId", eni => [eni.VpcId]),
        ("vswitchId", eni => [eni.VSwitchId]),
        ("instanceId", eni => [eni.InstanceId]),
        ("securityGroupId", eni => eni.SecurityGroupIds),
        ("privateIpAddress", eni => eni.PrivateIpAddresses));

    [Function("ListEnis")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => enis.ListAsync(caller.Scope, new QueryReader(request.Query), Filters, cancellation), cancellation);

    [Function("CreateEni")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        api.OneAsync(
            request, (caller, body) => create.RunAsync(caller.Scope, body, cancellation), cancellation, eni => enis.Kind.Location(request, eni.Id));

    [Function("GetEni")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.OneAsync(request, caller => describe.RunAsync(caller.Scope, id, cancellation), cancellation);

    [Function("ChangeEni")]
    public Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.OneAsync(
            request, (caller, body) => change.RunAsync(caller.Scope, id, Api.IfMatch(request), body, cancellation), cancellation);

    [Function("DeleteEni")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.DoneAsync(request, caller => delete.RunAsync(caller.Scope, id, Api.IfMatch(request), cancellation), cancellation);
}
