using System.Text.Json;
using FlowLog.Cli.Output;

namespace FlowLog.Cli.Service;

/// <summary>How each command that asks something ends: what is said to be wrong is printed, and becomes an exit code.</summary>
internal static class RemoteRun
{
    /// <param name="query">The query that was asked, to show the place in it that is wrong.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> GuardAsync(Terminal terminal, AnswerFormat format, string? query, Func<Task<int>> run) =>
        CommandRun.GuardAsync(terminal, async () =>
        {
            try
            {
                return await run();
            }
            catch (Refusal refusal)
            {
                terminal.Errors.WriteLine(format == AnswerFormat.Json && ServiceProblem.TryParse(refusal.Body, out _)
                    ? refusal.Body
                    : string.Join('\n', ServiceProblem.Lines(refusal, query)));
                return refusal.Code;
            }
            catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new Failure($"the service answers, but not as this one does: {fault.Message}", ExitCode.Unavailable);
            }
        });
}
