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
    private static readonly (string Name, Func<Terminal, Command> Create)[] Verbs =
    [
        ("records", RecordsCommand.Create), ("pack", PackCommand.Create), ("stats", StatsCommand.Create), ("query", QueryCommand.Create),
        ("login", LoginCommand.Login), ("logout", LoginCommand.Logout), ("whoami", LoginCommand.WhoAmI),
        ("flow-logs", FlowLogsCommand.Create), ("projects", LogServiceCommands.Projects), ("logstores", LogServiceCommands.Logstores),
        ("authorization", LogServiceCommands.Authorization), ("tail", TailCommand.Create), ("export", ExportCommand.Create),
        ("report", ReportCommand.Create), ("completion", CompletionCommand.Create),
    ];

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellation)
    {
        await using var output = new StreamWriter(terminal.Output, leaveOpen: true);
        var configuration = new InvocationConfiguration { Output = output, Error = terminal.Errors };
        return await Root(terminal, arguments).Parse(arguments).InvokeAsync(configuration, cancellation);
    }

    /// <summary>The verbs with all their options; of a command line that begins with one, that one alone, as making all takes longer than some work.</summary>
    public static RootCommand Root(Terminal terminal, params IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("Flow logs from the command line.");
        var help = root.Options.OfType<HelpOption>().Single();
        foreach (var alias in new[] { "-?", "/?", "/h" })
            help.Aliases.Remove(alias);
        if (arguments is ["--version"])
            return root;
        var named = Verbs.Where(verb => arguments.Count > 0 && verb.Name == arguments[0]).ToList();
        foreach (var (_, create) in named.Count > 0 ? named : [.. Verbs])
            root.Subcommands.Add(create(terminal));
        return root;
    }
}
