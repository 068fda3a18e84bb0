using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Poison;

/// <summary>Messages that could not be processed, over HTTP.</summary>
internal sealed class PoisonFunctions(Api api, ListPoison list, RedrivePoison redrive)
{
    [Function("ListPoison")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/admin/poison")] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => list.RunAsync(caller, new QueryReader(request.Query), cancellation), cancellation);

    [Function("RedrivePoison")]
    public Task<IResult> RedriveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/admin/poison/redrive")] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => redrive.RunAsync(caller, new QueryReader(request.Query), cancellation), cancellation);
}
