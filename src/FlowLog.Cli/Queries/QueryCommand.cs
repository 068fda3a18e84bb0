using System.CommandLine;
using System.Text.Json;
using FlowLog.Cli.Completion;
using FlowLog.Cli.Output;
using FlowLog.Cli.Service;
using FlowLog.Cli.Times;
using FlowLog.Sql;

namespace FlowLog.Cli.Queries;

/// <summary><c>flowlog query TARGET 'search | SELECT …'</c>.</summary>
internal static class QueryCommand
{
    private const string Target = "TARGET";

    private static readonly Argument<string> Query = new("QUERY")
    {
        Description = "A search, or a search and SQL with | between: 'action: REJECT | SELECT srcaddr, count(*) FROM log GROUP BY srcaddr'; * finds all.",
    };

    private static readonly Option<int> Repeat = new("--repeat")
    {
        Description = "Run it so often, and print the median time of all runs but the first.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "Of a file: rows that are answered where the query has no LIMIT.",
        HelpName = "N",
        DefaultValueFactory = _ => new QueryLimits().Rows,
    };

    private static readonly Option<int> Threads = new("--threads")
    {
        Description = "Of a file: threads that scan.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static readonly Option<bool> Strict = new("--strict") { Description = "Exit with 1 if the file is damaged; what can be read is answered all the same." };

    static QueryCommand()
    {
        foreach (var option in new[] { Repeat, Limit, Threads })
        {
            option.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<int>() < 1)
                    result.AddError($"{option.Name}: must be at least 1.");
            });
        }
    }

    public static Command Create(Terminal terminal)
    {
        var target = new Argument<string>(Target) { Description = "A file of chunks, or a Logstore, PROJECT/LOGSTORE." }.Offer(terminal, LogstoreTarget.NamesAsync);
        var command = new Command("query", "Asks a file of chunks or a Logstore, in Log Service's search and SQL.")
        {
            target, Query, AnswerOptions.Format, Repeat, Limit, Threads, Strict, AnswerOptions.Quiet,
        }.With(TimeOptions.All).WithService();
        command.SetAction((parsed, cancellation) =>
        {
            var (query, format) = (parsed.GetRequiredValue(Query), parsed.GetValue(AnswerOptions.Format));
            return RemoteRun.GuardAsync(terminal, format, query, () => IsFile(parsed)
                ? AskFileAsync(parsed, terminal, query, cancellation)
                : AskServiceAsync(parsed, terminal, query, cancellation));
        });
        return command;
    }

    private static string TargetOf(ParseResult parsed) => parsed.GetRequiredValue<string>(Target);

    private static bool IsFile(ParseResult parsed) => TargetOf(parsed) == "-" || File.Exists(TargetOf(parsed));

    private static async Task<int> AskFileAsync(ParseResult parsed, Terminal terminal, string text, CancellationToken cancellation)
    {
        var (file, isQuiet) = (TargetOf(parsed), parsed.GetValue(AnswerOptions.Quiet));
        var (query, within) = (LocalQuery.Read(text), LocalQuery.Within(TimeOptions.Of(parsed, terminal.Time)));
        using var table = await ChunkFileTable.OpenAsync(file, isQuiet ? terminal with { IsWatched = false } : terminal, cancellation);
        var limits = LocalLimits.Of(parsed.GetValue(Limit), parsed.GetValue(Threads), terminal.Time);
        var local = new LocalQuery(file, table, query, within, limits);
        await PrintAsync(parsed, terminal, () => local.RunAsync(cancellation), table.EndProgress, cancellation);
        return table.IsCut && parsed.GetValue(Strict) ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<int> AskServiceAsync(ParseResult parsed, Terminal terminal, string text, CancellationToken cancellation)
    {
        if (!LogstoreTarget.TryParse(TargetOf(parsed), out var target) || !target.CanBe)
            throw new Failure($"{TargetOf(parsed)}: there is no such file, and a Logstore is named as PROJECT/LOGSTORE, such as network-logs/vpc-flows");
        using var service = new ServiceClient(ServiceOptions.AccessOf(parsed, terminal));
        var remote = new RemoteQuery(service, target, text, TimeOptions.Of(parsed, terminal.Time));
        await PrintAsync(parsed, terminal, () => remote.RunAsync(cancellation), () => { }, cancellation);
        return ExitCode.Done;
    }

    /// <param name="ended">Called when it has run, before anything is printed.</param>
    private static async Task PrintAsync(ParseResult parsed, Terminal terminal, Func<Task<JsonElement>> run, Action ended, CancellationToken cancellation)
    {
        JsonElement answer;
        RunTimes times;
        try
        {
            (answer, times) = await RunTimes.MeasureAsync(terminal.Time, parsed.GetValue(Repeat), run);
        }
        finally
        {
            ended();
        }

        await QueryPrinter.PrintAsync(terminal, parsed.GetValue(AnswerOptions.Format), answer, cancellation);
        if (!parsed.GetValue(AnswerOptions.Quiet))
            terminal.Errors.WriteLine(string.Join('\n', QueryNotes.Of(answer, times)));
    }
}
