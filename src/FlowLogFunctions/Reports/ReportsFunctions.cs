using FlowLogFunctions.Analysis;
using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Reports;

/// <summary>Reports over HTTP.</summary>
internal sealed class ReportsFunctions(Api api, ReadDashboard dashboard, ListReports list, ReadReport read, TimeProvider time)
{
    public const int DefaultTop = 10;

    private const int MaxTop = 100;

    [Function("ReadDashboard")]
    public Task<IResult> DashboardAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/projects/{project}/logstores/{logstore}/dashboard")] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        api.ValueAsync<Dashboard>(
            request,
            async caller =>
            {
                var query = new QueryReader(request.Query);
                var range = TimeRange.Read(query, time);
                var top = (int)query.Number("top", 1, MaxTop, DefaultTop);
                return query.IsInvalid(out var refusal) ? refusal : await dashboard.RunAsync(caller, project, logstore, range, top, cancellation);
            },
            cancellation);

    [Function("ListReports")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/projects/{project}/logstores/{logstore}/reports")] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        api.ValueAsync<ReportList>(
            request,
            async caller => new QueryReader(request.Query).IsInvalid(out var refusal) ? refusal : await list.RunAsync(caller, project, logstore, cancellation),
            cancellation);

    [Function("ReadReport")]
    public Task<IResult> ReportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/projects/{project}/logstores/{logstore}/reports/{report}")] HttpRequest request,
        string project, string logstore, string report, CancellationToken cancellation) =>
        api.ValueAsync<ReportAnswer>(
            request,
            async caller =>
            {
                var query = new QueryReader(request.Query);
                var range = TimeRange.Read(query, time);
                var top = (int)query.Number("top", 1, MaxTop, DefaultTop);
                return query.IsInvalid(out var refusal) ? refusal : await read.RunAsync(caller, project, logstore, report, range, top, cancellation);
            },
            cancellation);
}
