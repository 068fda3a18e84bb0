using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Hosting;

/// <summary>Refusals as problem+json (RFC 9457), with our code and the list of all that is wrong.</summary>
internal static class Problem
{
    private const string ContentType = "application/problem+json";

    private sealed record Body(string Type, string Title, int Status, string Code, string Detail, IReadOnlyList<FieldProblem> Errors);

    public static IResult From(Refusal refusal)
    {
        var body = new Body("about:blank", Title(refusal.Status), refusal.Status, refusal.Code, refusal.Detail, refusal.Errors ?? []);
        var problem = Results.Json(body, Json.Options, ContentType, refusal.Status);
        return refusal.RetryAfterSeconds is { } seconds ? new Later(problem, seconds) : problem;
    }

    /// <summary>An answer that says when to ask again.</summary>
    private sealed class Later(IResult answer, int seconds) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return answer.ExecuteAsync(httpContext);
        }
    }

    private static string Title(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
}
