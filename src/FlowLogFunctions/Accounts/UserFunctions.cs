using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Accounts;

internal sealed class UserFunctions(
    Api api, ListUsers list, CreateUser create, DeleteUser delete, CreateAccessKey createKey, DeleteAccessKey deleteKey)
{
    [Function("ListUsers")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/users")] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => list.RunAsync(caller, new QueryReader(request.Query), cancellation), cancellation);

    [Function("CreateUser")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/users")] HttpRequest request, CancellationToken cancellation) =>
        api.OneAsync(request, (caller, body) => create.RunAsync(caller, body, cancellation), cancellation, user => $"/api/users/{user.Name}");

    [Function("GetUser")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/users/{name}")] HttpRequest request, string name, CancellationToken cancellation) =>
        api.OneAsync(request, caller => list.FindAsync(caller, name, cancellation), cancellation);

    [Function("DeleteUser")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/users/{name}")] HttpRequest request, string name, CancellationToken cancellation) =>
        api.DoneAsync(request, caller => delete.RunAsync(caller, name, Api.IfMatch(request), cancellation), cancellation);

    [Function("CreateAccessKey")]
    public Task<IResult> CreateKeyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/users/{name}/accesskeys")] HttpRequest request,
        string name, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => createKey.RunAsync(caller, name, cancellation), cancellation, StatusCodes.Status201Created);

    [Function("DeleteAccessKey")]
    public Task<IResult> DeleteKeyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/users/{name}/accesskeys/{id}")] HttpRequest request,
        string name, string id, CancellationToken cancellation) =>
        api.DoneAsync(request, caller => deleteKey.RunAsync(caller, name, id, cancellation), cancellation);
}
