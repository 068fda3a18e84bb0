using System.Net;

namespace FlowLog.Cli.Service;

/// <summary>The service did not do what it was asked for.</summary>
internal sealed class ServiceRefusal(Uri url, HttpStatusCode status, string body) : Refusal($"{url}: {(int)status} {status}", body, CodeOf(status))
{
    /// <summary>Whether the same request may be taken later.</summary>
    public bool IsPassing => status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private static int CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ExitCode.NotAllowed,
        HttpStatusCode.NotFound => ExitCode.NotFound,
        >= HttpStatusCode.InternalServerError => ExitCode.Unavailable,
        _ => ExitCode.Failed,
    };
}
