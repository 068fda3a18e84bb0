using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Audit;

internal sealed class AuditFunctions(Api api, ReadAudit read)
{
    [Function("ReadAudit")]
    public Task<IResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit")] HttpRequest request, CancellationToken cancellation) =>
        api.RunAsync(
            request,
            async caller =>
            {
                var query = new QueryReader(request.Query);
                var asked = AuditRequest.Read(query);
                if (query.IsInvalid(out var refusal) || !(await read.RunAsync(caller, asked, cancellation)).Is(out var page, out refusal))
                    return Problem.From(refusal);
                return new AuditResult(page);
            },
            cancellation);
}
