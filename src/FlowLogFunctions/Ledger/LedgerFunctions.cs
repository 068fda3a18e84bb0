using FlowLogFunctions.Analysis;
using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Ledger;

/// <summary>How complete Logstores are, over HTTP.</summary>
internal sealed class LedgerFunctions(Api api, ReadCompleteness read, TimeProvider time)
{
    [Function("ReadCompleteness")]
    public Task<IResult> CompletenessAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/projects/{project}/logstores/{logstore}/completeness")] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        api.ValueAsync<CompletenessAnswer>(
            request,
            async caller =>
            {
                var query = new QueryReader(request.Query);
                var range = TimeRange.Read(query, time);
                var (eniId, page) = (query.Text("eniId"), PageRequest.Read(query));
                return query.IsInvalid(out var refusal) ? refusal : await read.RunAsync(caller, project, logstore, range, eniId, page, cancellation);
            },
            cancellation);
}
