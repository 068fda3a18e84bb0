using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>Analysis of Logstores over HTTP.</summary>
internal sealed class QueryFunctions(Api api, ReadHistogram histogram, ReadTop top, ReadGroups groups, TimeProvider time)
{
    private const string Logstore = "api/projects/{project}/logstores/{logstore}/";

    [Function("ReadHistogram")]
    public Task<IResult> HistogramAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Logstore + "histogram")] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        AskAsync(request, HistogramRequest.Read, (caller, asked, stop) => histogram.RunAsync(caller, project, logstore, asked, stop), AsJson, cancellation);

    [Function("ReadTop")]
    public Task<IResult> TopAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Logstore + "top")] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        AskAsync(request, TopRequest.Read, (caller, asked, stop) => top.RunAsync(caller, project, logstore, asked, stop), AsJson, cancellation);

    [Function("ReadGroups")]
    public Task<IResult> GroupsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Logstore + "groups")] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        AskAsync(request, GroupsRequest.Read, (caller, asked, stop) => groups.RunAsync(caller, project, logstore, asked, stop), answer => new TableResult(answer), cancellation);

    private static IResult AsJson<T>(T answer) => Results.Json(answer, Json.Options);

    /// <summary>Reads the parameters, carries the query out until the caller leaves, and maps its outcome.</summary>
    private Task<IResult> AskAsync<TAsked, TAnswer>(
        HttpRequest request, Func<QueryReader, TimeProvider, TAsked> read, Func<Caller, TAsked, CancellationToken, Task<Outcome<TAnswer>>> use,
        Func<TAnswer, IResult> result, CancellationToken cancellation) =>
        api.RunAsync(
            request,
            async caller =>
            {
                var query = new QueryReader(request.Query);
                var asked = read(query, time);
                if (query.IsInvalid(out var refusal))
                    return Problem.From(refusal);
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, request.HttpContext.RequestAborted);
                return (await use(caller, asked, stop.Token)).Is(out var answer, out refusal) ? result(answer) : Problem.From(refusal);
            },
            cancellation);
}
