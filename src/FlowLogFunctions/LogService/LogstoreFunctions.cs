using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.LogService;

internal sealed class LogstoreFunctions(
    Api api, ListLogstores list, CreateLogstore create, ModifyLogstore modify, DeleteLogstore delete, SwitchReport report)
{
    private const string All = "api/projects/{project}/logstores";
    private const string One = "api/projects/{project}/logstores/{logstore}";
    private const string Report = "api/projects/{project}/logstores/{logstore}/report";

    [Function("ListLogstores")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = All)] HttpRequest request, string project, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => list.RunAsync(caller, project, new QueryReader(request.Query), cancellation), cancellation);

    [Function("CreateLogstore")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = All)] HttpRequest request, string project, CancellationToken cancellation) =>
        api.OneAsync(request, (caller, body) => create.RunAsync(caller, project, body, cancellation), cancellation,
            logstore => $"/api/projects/{logstore.Project}/logstores/{logstore.Name}?regionId={logstore.RegionId}");

    [Function("GetLogstore")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        api.OneAsync(request, caller => list.FindAsync(caller, project, logstore, cancellation), cancellation);

    [Function("ModifyLogstore")]
    public Task<IResult> ModifyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = One)] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        api.OneAsync(request, (caller, body) => modify.RunAsync(caller, project, logstore, body, Api.IfMatch(request), cancellation), cancellation);

    [Function("DeleteLogstore")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        api.DoneAsync(request, caller => delete.RunAsync(caller, project, logstore, Api.IfMatch(request), cancellation), cancellation);

    [Function("TurnReportOn")]
    public Task<IResult> TurnReportOnAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Report)] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        api.OneAsync(request, caller => report.TurnOnAsync(caller, project, logstore, Api.IfMatch(request), cancellation), cancellation);

    [Function("TurnReportOff")]
    public Task<IResult> TurnReportOffAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Report)] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        api.OneAsync(request, caller => report.TurnOffAsync(caller, project, logstore, Api.IfMatch(request), cancellation), cancellation);
}
