using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace FlowLogFunctions.Hosting;

/// <summary>A refusal as an answer; it says when to ask again if the refusal does.</summary>
internal sealed class ProblemResult(Refusal refusal) : IResult, IStatusCodeHttpResult
{
    private const string ContentType = "application/problem+json";

    private sealed record Body(string Type, string Title, int Status, string Code, string Detail, IReadOnlyList<FieldProblem> Errors);

    public Refusal Refusal { get; } = refusal;

    public int? StatusCode => Refusal.Status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (Refusal.RetryAfterSeconds is { } seconds)
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var body = new Body(
            "about:blank", ReasonPhrases.GetReasonPhrase(Refusal.Status), Refusal.Status, Refusal.Code, Refusal.Detail, Refusal.Errors ?? []);
        return Results.Json(body, Json.Options, ContentType, Refusal.Status).ExecuteAsync(httpContext);
    }
}
