using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Usage;

internal sealed class UsageFunctions(Api api, ReadUsage read, EstimateFlowLog estimate)
{
    [Function("ReadUsage")]
    public Task<IResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/usage")] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => read.RunAsync(caller, new QueryReader(request.Query), cancellation), cancellation);

    [Function("EstimateFlowLog")]
    public Task<IResult> EstimateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/flowlogs/estimate")] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, (caller, body) => estimate.RunAsync(caller, body, cancellation), cancellation);
}
