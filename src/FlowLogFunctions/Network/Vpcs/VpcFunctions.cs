using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Network;

internal sealed class VpcFunctions(Api api, VpcStore vpcs, CreateVpc create, RenameItem rename, DeleteVpc delete)
{
    private const string Route = "api/vpcs";

    private static readonly InventoryFilters<Vpc> Filters = new(("name", vpc => [vpc.Name]), ("cidrBlock", vpc => [vpc.CidrBlock]));

    [Function("ListVpcs")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => vpcs.ListAsync(caller.Scope, new QueryReader(request.Query), Filters, cancellation), cancellation);

    [Function("CreateVpc")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        api.OneAsync(
            request, (caller, body) => create.RunAsync(caller.Scope, body, cancellation), cancellation, vpc => vpcs.Kind.Location(request, vpc.Id));

    [Function("GetVpc")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.OneAsync(request, caller => vpcs.GetAsync(caller.Scope, id, cancellation), cancellation);

    [Function("ChangeVpc")]
    public Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.OneAsync(
            request, (caller, body) => rename.RunAsync(vpcs, caller.Scope, id, Api.IfMatch(request), body, cancellation), cancellation);

    [Function("DeleteVpc")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.DoneAsync(request, caller => delete.RunAsync(caller.Scope, id, Api.IfMatch(request), cancellation), cancellation);
}
