using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>Analysis of Logstores over HTTP.</summary>
internal sealed class QueryFunctions(Api api, RunQuery query, ReadHistogram histogram, ReadTop top, ReadGroups groups, TimeProvider time)
{
    private const string Logstore = "api/projects/{project}/logstores/{logstore}/";

    [Function("RunQuery")]
    public Task<IResult> QueryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Logstore + "query")] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        AskAsync(request, QueryRequest.Read, (caller, asked, stop) => query.RunAsync(caller, project, logstore, asked, stop), answer => new TableResult(answer), cancellation);

    [Function("PostQuery")]
    public Task<IResult> PostQueryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Logstore + "query")] HttpRequest request,
        string project, string logstore, CancellationToken cancellation) =>
        api.RunAsync(
            request,
            async caller =>
            {
                if (new QueryReader(request.Query).IsInvalid(out var refusal) || !(await RequestBody.ReadAsync(request, cancellation)).Is(out var body, out refusal))
                    return Problem.From(refusal);
                var asked = QueryRequest.Read(body, time);
                return body.IsInvalid(out refusal)
                    ? Problem.From(refusal)
                    : await AnswerAsync(request, stop => query.RunAsync(caller, project, logstore, asked, stop), answer => new TableResult(answer), cancellation);
            },
            cancellation);

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

    /// <summary>Reads the parameters, and carries the query out until the caller leaves.</summary>
    private Task<IResult> AskAsync<TAsked, TAnswer>(
        HttpRequest request, Func<QueryReader, TimeProvider, TAsked> read, Func<Caller, TAsked, CancellationToken, Task<Outcome<TAnswer>>> use,
        Func<TAnswer, IResult> result, CancellationToken cancellation) =>
        api.RunAsync(
            request,
            async caller =>
            {
                var parameters = new QueryReader(request.Query);
                var asked = read(parameters, time);
                return parameters.IsInvalid(out var refusal)
                    ? Problem.From(refusal)
                    : await AnswerAsync(request, stop => use(caller, asked, stop), result, cancellation);
            },
            cancellation);

    private static async Task<IResult> AnswerAsync<TAnswer>(
        HttpRequest request, Func<CancellationToken, Task<Outcome<TAnswer>>> use, Func<TAnswer, IResult> result, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, request.HttpContext.RequestAborted);
        return (await use(stop.Token)).Is(out var answer, out var refusal) ? result(answer) : Problem.From(refusal);
    }
}
