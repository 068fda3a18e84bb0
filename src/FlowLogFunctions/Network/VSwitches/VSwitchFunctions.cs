using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Network;

internal sealed class VSwitchFunctions(Api api, VSwitchStore vSwitches, CreateVSwitch create, RenameItem rename, DeleteVSwitch delete)
{
    private const string Route = "api/vswitches";

    private static readonly InventoryFilters<VSwitch> Filters = new(
        ("name", vSwitch => [vSwitch.Name]), ("vpcId", vSwitch => [vSwitch.VpcId]), ("cidrBlock", vSwitch => [vSwitch.CidrBlock]), ("zoneId", vSwitch => [vSwitch.ZoneId]));

    [Function("ListVSwitches")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => vSwitches.ListAsync(caller.Scope, new QueryReader(request.Query), Filters, cancellation), cancellation);

    [Function("CreateVSwitch")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        api.OneAsync(
            request, (caller, body) => create.RunAsync(caller.Scope, body, cancellation), cancellation, vSwitch => vSwitches.Kind.Location(request, vSwitch.Id));

    [Function("GetVSwitch")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.OneAsync(request, caller => vSwitches.GetAsync(caller.Scope, id, cancellation), cancellation);

    [Function("ChangeVSwitch")]
    public Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.OneAsync(
            request, (caller, body) => rename.RunAsync(vSwitches, caller.Scope, id, Api.IfMatch(request), body, cancellation), cancellation);

    [Function("DeleteVSwitch")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.DoneAsync(request, caller => delete.RunAsync(caller.Scope, id, Api.IfMatch(request), cancellation), cancellation);
}
