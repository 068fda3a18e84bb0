using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Hosting;

/// <summary>A function's answer; if it cannot be written, that is answered, or it is cut.</summary>
internal sealed class WatchedAnswer(IResult answer, string function, ILogger log) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        FailureAnswer.InsteadAsync(httpContext, log, function, () => answer.ExecuteAsync(httpContext));
}
