using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Analysis.Language;

/// <summary>The query language for editors, over HTTP.</summary>
internal sealed class LanguageFunctions(Api api, CheckQuery check)
{
    [Function("DescribeLanguage")]
    public Task<IResult> DescribeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/search/language")] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, _ => Task.FromResult(Describe(new QueryReader(request.Query))), cancellation);

    [Function("CheckQuery")]
    public Task<IResult> CheckAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/search/check")] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, (_, body) => check.RunAsync(body, cancellation), cancellation);

    private static Outcome<LanguageAnswer> Describe(QueryReader query) => query.IsInvalid(out var refusal) ? refusal : QueryLanguage.Answer;
}
