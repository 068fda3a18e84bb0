using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.FlowLogs;

internal sealed class FlowLogsFunctions(
    Api api, DescribeFlowLogs describe, CreateFlowLog create, ModifyFlowLog modify, ChangeFlowLogStatus status)
{
    [Function("DescribeFlowLogs")]
    public Task<IResult> DescribeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/flowlogs")] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => describe.RunAsync(caller, new QueryReader(request.Query), cancellation), cancellation);

    [Function("CreateFlowLog")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/flowlogs")] HttpRequest request, CancellationToken cancellation) =>
        api.OneAsync(request, (caller, body) => create.RunAsync(caller, body, cancellation), cancellation,
            flowLog => $"/api/flowlogs/{flowLog.Id}?regionId={flowLog.RegionId}");

    [Function("GetFlowLog")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/flowlogs/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.OneAsync(request, caller => describe.FindAsync(caller, id, cancellation), cancellation);

    [Function("ModifyFlowLog")]
    public Task<IResult> ModifyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/flowlogs/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.OneAsync(request, (caller, body) => modify.RunAsync(caller, id, body, Api.IfMatch(request), cancellation), cancellation);

    [Function("ActivateFlowLog")]
    public Task<IResult> ActivateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/flowlogs/{id}/activate")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        api.OneAsync(request, caller => status.ActivateAsync(caller, id, Api.IfMatch(request), cancellation), cancellation);

    [Function("DeactivateFlowLog")]
    public Task<IResult> DeactivateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/flowlogs/{id}/deactivate")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        api.OneAsync(request, caller => status.DeactivateAsync(caller, id, Api.IfMatch(request), cancellation), cancellation);

    [Function("DeleteFlowLog")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/flowlogs/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.DoneAsync(request, caller => status.DeleteAsync(caller, id, Api.IfMatch(request), cancellation), cancellation);
}
