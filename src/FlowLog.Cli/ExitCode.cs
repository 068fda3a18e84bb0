namespace FlowLog.Cli;

/// <summary>How a command ended, for scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A file could not be read, or with --strict not to its end; or the command line was wrong.</summary>
    public const int Failed = 1;

    /// <summary>Interrupted, as shells have it for SIGINT.</summary>
    public const int Interrupted = 130;
}
