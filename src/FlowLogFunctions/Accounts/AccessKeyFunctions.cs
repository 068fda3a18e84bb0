using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Accounts;

/// <summary>The caller's own access keys.</summary>
internal sealed class AccessKeyFunctions(
    Api api, ListAccessKeys list, CreateAccessKey create, ChangeAccessKey change, DeleteAccessKey delete)
{
    private const string All = "api/accesskeys";
    private const string One = All + "/{id}";

    [Function("ListOwnAccessKeys")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = All)] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => list.RunAsync(AccessKeyOwner.Own(caller), new QueryReader(request.Query), cancellation), cancellation);

    [Function("CreateOwnAccessKey")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = All)] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => create.RunAsync(AccessKeyOwner.Own(caller), cancellation), cancellation, StatusCodes.Status201Created);

    [Function("ChangeOwnAccessKey")]
    public Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = One)] HttpRequest request, string id, CancellationToken cancellation) =>
        api.ValueAsync(request, (caller, body) => change.RunAsync(AccessKeyOwner.Own(caller), id, body, cancellation), cancellation);

    [Function("DeleteOwnAccessKey")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request, string id, CancellationToken cancellation) =>
        api.DoneAsync(request, caller => delete.RunAsync(AccessKeyOwner.Own(caller), id, cancellation), cancellation);
}
