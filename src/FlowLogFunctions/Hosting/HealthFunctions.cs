using FlowLogFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Hosting;

/// <summary>Whether the service can work; needs no access key.</summary>
internal sealed class HealthFunctions(StorageProbe probe, TimeProvider time)
{
    private sealed record HealthAnswer(string Status, string Storage, DateTimeOffset Time);

    [Function("GetHealth")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, CancellationToken cancellation)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        request.HttpContext.Response.Headers.XContentTypeOptions = Api.NoSniff;
        return await probe.AnswersAsync(cancellation)
            ? Results.Json(new HealthAnswer("Healthy", "Reachable", time.GetUtcNow()), Json.Options)
            : Results.Json(new HealthAnswer("Unhealthy", "Unreachable", time.GetUtcNow()), Json.Options, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
