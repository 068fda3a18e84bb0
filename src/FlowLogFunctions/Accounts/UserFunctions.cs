using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Accounts;

internal sealed class UserFunctions(
    Api api, ListUsers list, CreateUser create, DeleteUser delete)
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
}
