using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Network;

internal sealed class RegionFunctions(Api api, ListRegions list)
{
    [Function("ListRegions")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/regions")] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => Task.FromResult<Outcome<Page<Region>>>(list.Run()), cancellation);
}
