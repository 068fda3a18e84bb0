using System.CommandLine;

namespace FlowLog.Cli.Completion;

/// <summary><c>flowlog completion SHELL</c>: prints what a shell must read to complete verbs, options and values.</summary>
internal static class CompletionCommand
{
    private static readonly Argument<string> Shell = new("SHELL") { Description = "bash, zsh or fish." };

    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = CompletionScripts.Bash,
        ["zsh"] = CompletionScripts.Zsh,
        ["fish"] = CompletionScripts.Fish,
    };

    static CompletionCommand() => Shell.AcceptOnlyFromAmong([.. Scripts.Keys]);

    public static Command Create(Terminal terminal)
    {
        var command = new Command("completion", "Prints what makes a shell complete verbs, options and values: source <(flowlog completion bash)") { Shell };
        command.SetAction((parsed, cancellation) => CommandRun.GuardAsync(terminal, async () =>
        {
            await terminal.Output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Scripts[parsed.GetRequiredValue(Shell)]), cancellation);
            return ExitCode.Done;
        }));
        return command;
    }
}
