using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace FlowLogFunctions.OpenApi;

/// <summary>The API's description for programs; needs no access key.</summary>
internal sealed class OpenApiFunctions
{
    private const int MaxAgeSeconds = 3600;

    [Function("GetOpenApi")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request, CancellationToken cancellation)
    {
        request.HttpContext.Response.Headers.CacheControl = FormattableString.Invariant($"public, max-age={MaxAgeSeconds}");
        request.HttpContext.Response.Headers.XContentTypeOptions = Api.NoSniff;
        // Answers 304 by itself to whoever has this version.
        return Task.FromResult(Results.Bytes(OpenApiDocument.Bytes, "application/json", entityTag: new EntityTagHeaderValue(OpenApiDocument.ETag)));
    }
}
