using System.CommandLine;
using FlowLog.Cli.Completion;
using FlowLog.Cli.Output;
using FlowLog.Cli.Service;
using FlowLog.Cli.Times;

namespace FlowLog.Cli.Queries;

/// <summary><c>flowlog query TARGET 'search | SELECT …'</c>.</summary>
internal static class QueryCommand
{
    private const string Target = "TARGET";

    public static readonly Argument<string> Query = new("QUERY")
    {
        Description = "A search, or a search and SQL with | between: 'action: REJECT | SELECT srcaddr, count(*) FROM log GROUP BY srcaddr'; * finds all.",
    };

    private static readonly Option<int> Repeat = new("--repeat")
    {
        Description = "Run it so often, and print the median time of all but the first.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    public static Command Create(Terminal terminal)
    {
        Repeat.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--repeat: must be at least 1.");
        });
        var target = new Argument<string>(Target) { Description = "A Logstore, PROJECT/LOGSTORE." }.Offer(terminal, LogstoreTarget.NamesAsync);
        var command = new Command("query", "Asks a Logstore, in Log Service's search and SQL.") { target, Query, AnswerOptions.Format, Repeat, AnswerOptions.Quiet }
            .With(TimeOptions.All).WithService();
        command.SetAction((parsed, cancellation) =>
        {
            var (query, format) = (parsed.GetRequiredValue(Query), parsed.GetValue(AnswerOptions.Format));
            return RemoteRun.GuardAsync(terminal, format, query, () => RunAsync(parsed, terminal, query, cancellation));
        });
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, string query, CancellationToken cancellation)
    {
        var target = LogstoreTarget.Of(parsed.GetRequiredValue<string>(Target));
        using var service = new ServiceClient(ServiceOptions.AccessOf(parsed, terminal));
        var request = new RemoteQuery(service, target, query, TimeOptions.Of(parsed, terminal.Time));
        var (answer, times) = await RunTimes.MeasureAsync(terminal.Time, parsed.GetValue(Repeat), () => request.RunAsync(cancellation));
        await QueryPrinter.PrintAsync(terminal, parsed.GetValue(AnswerOptions.Format), answer, cancellation);
        if (!parsed.GetValue(AnswerOptions.Quiet))
            terminal.Errors.WriteLine(string.Join('\n', QueryNotes.Of(answer, times)));
        return ExitCode.Done;
    }
}
