using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Capture;

/// <summary>Capture files of ENIs over HTTP.</summary>
internal sealed class CaptureFilesFunctions(Api api, PutCaptureFile put, ListCaptureFiles list, RemoveCaptureFile remove)
{
    private const string Collection = "api/enis/{id}/captures";
    private const string One = Collection + "/{name}";

    [Function("ListCaptureFiles")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Collection)] HttpRequest request, string id, CancellationToken cancellation) =>
        api.ListAsync<CaptureFileView>(
            request,
            async (caller, query, page) => query.IsInvalid(out var refusal) ? refusal : await list.RunAsync(caller, id, page, cancellation),
            cancellation);

    [Function("PutCaptureFile")]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request, string id, string name, CancellationToken cancellation) =>
        api.OneAsync<CaptureFileView>(
            request,
            async caller =>
            {
                var query = new QueryReader(request.Query);
                var shift = query.Choice("shift", ["now"]) is not null;
                var upload = new CaptureUpload(request.Body, request.ContentLength, shift, Api.IfNew(request));
                return query.IsInvalid(out var refusal) ? refusal : await put.RunAsync(caller, id, name, upload, cancellation);
            },
            cancellation);

    [Function("RemoveCaptureFile")]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request, string id, string name, CancellationToken cancellation) =>
        api.DoneAsync(request, caller => remove.RunAsync(caller, id, name, cancellation), cancellation);
}
