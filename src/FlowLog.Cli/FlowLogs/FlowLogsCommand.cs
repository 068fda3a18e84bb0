using System.CommandLine;
using FlowLog.Cli.Completion;
using FlowLog.Cli.Output;
using FlowLog.Cli.Service;

namespace FlowLog.Cli.FlowLogs;

/// <summary><c>flowlog flow-logs</c> with its verbs.</summary>
internal static class FlowLogsCommand
{
    private const string Id = "ID";

    private static readonly Option<bool> Wait = new("--wait") { Description = "Wait until the status has settled." };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Delete without asking." };

    private static readonly Option<string?> IfMatch = new("--if-match")
    {
        Description = "Change this version only, the ETag that show prints.",
        HelpName = "ETAG",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("flow-logs", "Lists, makes and changes flow logs.") { AnswerOptions.Format }.WithService();
        foreach (var verb in Verbs(terminal))
            command.Subcommands.Add(verb);
        return command;
    }

    private static IEnumerable<Command> Verbs(Terminal terminal)
    {
        yield return Verb(terminal, new Command("list", "Lists flow logs; of several filters all must fit.").With(FlowLogFilters.All), (calls, parsed, cancellation) =>
            calls.ListAsync(FlowLogFilters.Of(parsed), cancellation));
        yield return Verb(terminal, new("show", "Shows one.") { IdOf(terminal) }, (calls, parsed, cancellation) => calls.ShowAsync(IdOf(parsed), cancellation));
        yield return Verb(terminal, new Command("create", "Makes one.") { Wait }.With(FlowLogBody.OfNew), async (calls, parsed, cancellation) =>
            await calls.ChangeAsync(ServiceRequest.Post("flowlogs", await FlowLogBody.OfAsync(parsed, terminal, cancellation)), parsed.GetValue(Wait), cancellation));
        yield return Verb(terminal, new Command("update", "Changes what is named.") { IdOf(terminal), IfMatch, Wait }.With(FlowLogBody.OfChange), async (calls, parsed, cancellation) =>
            await calls.ChangeAsync(
                Request(HttpMethod.Patch, parsed) with { Body = await FlowLogBody.OfAsync(parsed, terminal, cancellation) }, parsed.GetValue(Wait), cancellation));
        yield return Verb(terminal, new("start", "Activates an inactive one.") { IdOf(terminal), IfMatch, Wait }, (calls, parsed, cancellation) =>
            calls.ChangeAsync(Request(HttpMethod.Post, parsed, "/activate"), parsed.GetValue(Wait), cancellation));
        yield return Verb(terminal, new("stop", "Deactivates an active one.") { IdOf(terminal), IfMatch, Wait }, (calls, parsed, cancellation) =>
            calls.ChangeAsync(Request(HttpMethod.Post, parsed, "/deactivate"), parsed.GetValue(Wait), cancellation));
        yield return Verb(terminal, new("delete", "Deletes one, whose records stay. Asks first.") { IdOf(terminal), IfMatch, Yes, Wait }, (calls, parsed, cancellation) =>
            calls.DeleteAsync(Request(HttpMethod.Delete, parsed), IdOf(parsed), parsed.GetValue(Yes), parsed.GetValue(Wait), cancellation));
    }

    private static Command Verb(Terminal terminal, Command command, Func<FlowLogCalls, ParseResult, CancellationToken, Task> run)
    {
        command.SetAction((parsed, cancellation) => RemoteRun.GuardAsync(terminal, parsed.GetValue(AnswerOptions.Format), null, async () =>
        {
            using var service = new ServiceClient(ServiceOptions.AccessOf(parsed, terminal));
            await run(new(service, terminal, parsed.GetValue(AnswerOptions.Format)), parsed, cancellation);
            return ExitCode.Done;
        }));
        return command;
    }

    private static Argument<string> IdOf(Terminal terminal) => new Argument<string>(Id) { Description = "The flow log, fl-…" }.Offer(terminal, FlowLogCalls.IdsAsync);

    private static string IdOf(ParseResult parsed) => parsed.GetRequiredValue<string>(Id);

    private static ServiceRequest Request(HttpMethod method, ParseResult parsed, string call = "") =>
        new(method, FlowLogCalls.PathOf(IdOf(parsed)) + call) { IfMatch = parsed.GetValue(IfMatch) };
}
