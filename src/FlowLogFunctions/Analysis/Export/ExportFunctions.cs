using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Analysis.Export;

/// <summary>Records as files over HTTP.</summary>
internal sealed class ExportFunctions(Api api, ExportRecords export, TimeProvider time)
{
    [Function("ExportRecords")]
    public Task<IResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/projects/{project}/logstores/{logstore}/export")] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        api.RunAsync(
            request,
            async caller =>
            {
                var query = new QueryReader(request.Query);
                var asked = ExportRequest.Read(query, time);
                if (query.IsInvalid(out var refusal))
                    return Problem.From(refusal);
                var outcome = await export.RunAsync(caller, project, logstore, asked, cancellation);
                return outcome.Is(out var file, out refusal) ? file : Problem.From(refusal);
            },
            cancellation);
}
