using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Accounts;

/// <summary>The access keys of sub-users, for the primary account.</summary>
internal sealed class UserAccessKeyFunctions(
    Api api, ListAccessKeys list, CreateAccessKey create, ChangeAccessKey change, DeleteAccessKey delete)
{
    private const string All = "api/users/{name}/accesskeys";
    private const string One = All + "/{id}";

    [Function("ListAccessKeys")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = All)] HttpRequest request, string name, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => list.RunAsync(AccessKeyOwner.Of(caller, name), new QueryReader(request.Query), cancellation), cancellation);

    [Function("CreateAccessKey")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = All)] HttpRequest request, string name, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => create.RunAsync(AccessKeyOwner.Of(caller, name), cancellation), cancellation, StatusCodes.Status201Created);

    [Function("ChangeAccessKey")]
    public Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = One)] HttpRequest request, string name, string id, CancellationToken cancellation) =>
        api.ValueAsync(request, (caller, body) => change.RunAsync(AccessKeyOwner.Of(caller, name), id, body, cancellation), cancellation);

    [Function("DeleteAccessKey")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request, string name, string id, CancellationToken cancellation) =>
        api.DoneAsync(request, caller => delete.RunAsync(AccessKeyOwner.Of(caller, name), id, cancellation), cancellation);
}
