using System.CommandLine;
using System.CommandLine.Help;
using FlowLog.Cli.Completion;
using FlowLog.Cli.Export;
using FlowLog.Cli.FlowLogs;
using FlowLog.Cli.Login;
using FlowLog.Cli.LogService;
using FlowLog.Cli.Pack;
using FlowLog.Cli.Queries;
using FlowLog.Cli.Records;
using FlowLog.Cli.Reports;
using FlowLog.Cli.Tail;

namespace FlowLog.Cli;

/// <summary>All verbs.</summary>
internal static class CommandLine
{
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellation)
    {
        await using var output = new StreamWriter(terminal.Output, leaveOpen: true);
        var configuration = new InvocationConfiguration { Output = output, Error = terminal.Errors };
        return await Root(terminal).Parse(arguments).InvokeAsync(configuration, cancellation);
    }

    public static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Flow logs from the command line.");
        Command[] verbs =
        [
            RecordsCommand.Create(terminal), PackCommand.Create(terminal), StatsCommand.Create(terminal),
            .. LoginCommand.Create(terminal), FlowLogsCommand.Create(terminal), .. LogServiceCommands.Create(terminal),
            QueryCommand.Create(terminal), TailCommand.Create(terminal), ExportCommand.Create(terminal), ReportCommand.Create(terminal), CompletionCommand.Create(terminal),
        ];
        var help = root.Options.OfType<HelpOption>().Single();
        foreach (var alias in new[] { "-?", "/?", "/h" })
            help.Aliases.Remove(alias);
        foreach (var verb in verbs)
            root.Subcommands.Add(verb);
        return root;
    }
}
