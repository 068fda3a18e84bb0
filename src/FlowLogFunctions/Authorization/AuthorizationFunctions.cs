using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Authorization;

internal sealed class AuthorizationFunctions(Api api, DescribeAuthorization describe, ConfirmAuthorization confirm, RevokeAuthorization revoke)
{
    [Function("DescribeAuthorization")]
    public Task<IResult> DescribeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/authorization")] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => describe.RunAsync(caller, cancellation), cancellation);

    [Function("ConfirmAuthorization")]
    public Task<IResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/authorization")] HttpRequest request, CancellationToken cancellation) =>
        api.RunAsync(request, async caller => (await confirm.RunAsync(caller, cancellation)).Is(out var done, out var refusal)
            ? Results.Json(done.Answer, Json.Options, statusCode: done.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            : Problem.From(refusal), cancellation);

    [Function("RevokeAuthorization")]
    public Task<IResult> RevokeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/authorization")] HttpRequest request, CancellationToken cancellation) =>
        api.DoneAsync(request, caller => revoke.RunAsync(caller, cancellation), cancellation);
}
