using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Hosting;

/// <summary>Refusals as problem+json (RFC 9457), with our code and the list of all that is wrong.</summary>
internal static class Problem
{
    public static IResult From(Refusal refusal) => new ProblemResult(refusal);
}
