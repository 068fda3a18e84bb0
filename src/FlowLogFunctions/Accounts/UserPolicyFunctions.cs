using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Accounts;

/// <summary>What sub-users may do, for the primary account.</summary>
internal sealed class UserPolicyFunctions(Api api, ChangeUser change, UserPolicies policies)
{
    private const string Policy = "api/users/{name}/policy";

    [Function("ChangeUser")]
    public Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/users/{name}")] HttpRequest request, string name, CancellationToken cancellation) =>
        api.OneAsync(request, (caller, body) => change.RunAsync(caller, name, body, Api.IfMatch(request), cancellation), cancellation);

    [Function("GetUserPolicy")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Policy)] HttpRequest request, string name, CancellationToken cancellation) =>
        api.OneAsync(request, caller => policies.FindAsync(caller, name, cancellation), cancellation);

    [Function("PutUserPolicy")]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Policy)] HttpRequest request, string name, CancellationToken cancellation) =>
        api.OneAsync(request, (caller, body) => policies.PutAsync(caller, name, body, Api.IfMatch(request), cancellation), cancellation);

    [Function("DeleteUserPolicy")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Policy)] HttpRequest request, string name, CancellationToken cancellation) =>
        api.DoneAsync(request, caller => policies.DeleteAsync(caller, name, Api.IfMatch(request), cancellation), cancellation);
}
