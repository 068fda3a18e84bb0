namespace FlowLog.Cli;

/// <summary>How each command ends: what went wrong becomes a line and an exit code.</summary>
internal static class CommandRun
{
    /// <returns>The exit code.</returns>
    public static async Task<int> GuardAsync(Terminal terminal, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Failure failure)
        {
            return Complain(terminal, failure.Message, failure.Code);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Who reads what is printed may stop when there is enough.
            return IsClosedPipe(fault) ? ExitCode.Done : Complain(terminal, fault.Message);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    /// <returns>The exit code.</returns>
    public static int Complain(Terminal terminal, string message, int code = ExitCode.Failed)
    {
        terminal.Errors.WriteLine($"flowlog: {message}");
        return code;
    }

    private static bool IsClosedPipe(Exception fault) => fault.Message.Contains("Broken pipe", StringComparison.Ordinal);
}
