using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Analysis.Hits;

/// <summary>What the rules of security groups decided, over HTTP.</summary>
internal sealed class RuleHitsFunctions(Api api, ReadRuleHits hits, TimeProvider time)
{
    private const int Day = 86_400;

    [Function("ReadRuleHits")]
    public Task<IResult> HitsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/securitygroups/{id}/hits")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.ValueAsync(request, async caller =>
        {
            var query = new QueryReader(request.Query);
            var range = TimeRange.Read(query, time, Day);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, request.HttpContext.RequestAborted);
            return query.IsInvalid(out var refusal) ? refusal : await hits.RunAsync(caller, id, range, stop.Token);
        }, cancellation);
}
