using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Analysis.Tail;

/// <summary>New records over HTTP, as they come.</summary>
internal sealed class TailFunctions(Api api, TailRecords tail, TimeProvider time)
{
    [Function("TailRecords")]
    public Task<IResult> TailAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/projects/{project}/logstores/{logstore}/tail")] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        api.RunAsync(
            request,
            async caller =>
            {
                var query = new QueryReader(request.Query);
                var asked = TailRequest.Read(query, request, time);
                if (query.IsInvalid(out var refusal))
                    return Problem.From(refusal);
                var outcome = await tail.RunAsync(caller, project, logstore, asked, cancellation);
                return outcome.Is(out var events, out refusal) ? events : Problem.From(refusal);
            },
            cancellation);
}
