using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Analysis;

/// <summary>Reading Logstores over HTTP.</summary>
internal sealed class AnalysisFunctions(Api api, ReadRecords read, TimeProvider time)
{
    [Function("ReadRecords")]
    public Task<IResult> RecordsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/projects/{project}/logstores/{logstore}/records")] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        api.RunAsync(
            request,
            async caller =>
            {
                var query = new QueryReader(request.Query);
                var asked = RecordsRequest.Read(query, time);
                if (query.IsInvalid(out var refusal))
                    return Problem.From(refusal);
                var outcome = await read.RunAsync(caller, project, logstore, asked, cancellation);
                return outcome.Is(out var page, out refusal) ? new RecordsResult(page) : Problem.From(refusal);
            },
            cancellation);
}
