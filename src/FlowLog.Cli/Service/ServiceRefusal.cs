using System.Net;

namespace FlowLog.Cli.Service;

/// <summary>The service did not do what it was asked for.</summary>
/// <param name="body">What it said of it: problem+json, if it is this product that answered.</param>
internal sealed class ServiceRefusal(Uri url, HttpStatusCode status, string body) : Exception($"{url}: {(int)status} {status}")
{
    public string Body => body;

    /// <summary>Whether the same request may be taken later.</summary>
    public bool IsPassing => status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    /// <summary>How the command ends, of <see cref="ExitCode"/>.</summary>
    public int Code => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ExitCode.NotAllowed,
        HttpStatusCode.NotFound => ExitCode.NotFound,
        >= HttpStatusCode.InternalServerError => ExitCode.Unavailable,
        _ => ExitCode.Failed,
    };
}
