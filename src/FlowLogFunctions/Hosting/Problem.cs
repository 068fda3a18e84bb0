using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Hosting;

/// <summary>Refusals as problem+json (RFC 9457), with our code and the list of all that is wrong.</summary>
internal static class Problem
{
    private const string ContentType = "application/problem+json";

    private sealed record Body(string Type, string Title, int Status, string Code, string Detail, IReadOnlyList<FieldProblem> Errors);

    public static IResult From(Refusal refusal) => Results.Json(
        new Body("about:blank", Title(refusal.Status), refusal.Status, refusal.Code, refusal.Detail, refusal.Errors ?? []),
        Json.Options, ContentType, refusal.Status);

    private static string Title(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
}
