using System.CommandLine;
using FlowLog.Cli.Pack;
using FlowLog.Cli.Records;

namespace FlowLog.Cli;

/// <summary>All verbs.</summary>
internal static class CommandLine
{
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellation)
    {
        var root = new RootCommand("Flow logs from the command line.") { RecordsCommand.Create(terminal), PackCommand.Create(terminal), StatsCommand.Create(terminal) };
        await using var output = new StreamWriter(terminal.Output, leaveOpen: true);
        var configuration = new InvocationConfiguration { Output = output, Error = terminal.Errors };
        return await root.Parse(arguments).InvokeAsync(configuration, cancellation);
    }
}
