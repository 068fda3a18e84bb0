using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Network;

internal sealed class PrefixListFunctions(Api api, PrefixListStore lists, CreatePrefixList create, ChangePrefixList change, DeletePrefixList delete)
{
    private const string Route = "api/prefixlists";

    private static readonly InventoryFilters<PrefixListItem> Filters = new(("name", list => [list.Name]));

    [Function("ListPrefixLists")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => lists.ListAsync(caller.Scope, new QueryReader(request.Query), Filters, cancellation), cancellation);

    [Function("CreatePrefixList")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        api.OneAsync(
            request, (caller, body) => create.RunAsync(caller.Scope, body, cancellation), cancellation, list => lists.Kind.Location(request, list.Id));

    [Function("GetPrefixList")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.OneAsync(request, caller => lists.GetAsync(caller.Scope, id, cancellation), cancellation);

    [Function("ChangePrefixList")]
    public Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.OneAsync(
            request, (caller, body) => change.RunAsync(caller.Scope, id, Api.IfMatch(request), body, cancellation), cancellation);

    [Function("DeletePrefixList")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.DoneAsync(request, caller => delete.RunAsync(caller.Scope, id, Api.IfMatch(request), cancellation), cancellation);
}
