namespace FlowLog.Cli;

/// <summary>How a command ended, for scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>
    /// A file could not be read, or with --strict not to its end; the command line or a query was wrong; or the service refused the request.
    /// </summary>
    public const int Failed = 1;

    /// <summary>Not logged in, or the service does not take the key for this.</summary>
    public const int NotAllowed = 3;

    /// <summary>The service has no such thing.</summary>
    public const int NotFound = 4;

    /// <summary>The service cannot be reached, fails, or broke off its answer.</summary>
    public const int Unavailable = 5;

    /// <summary>Interrupted, as shells have it for SIGINT.</summary>
    public const int Interrupted = 130;
}
