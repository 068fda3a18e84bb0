using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FlowLog.Cli.Output;
using FlowLog.Cli.Service;

namespace FlowLog.Cli.LogService;

/// <summary><c>flowlog projects list</c>, <c>logstores list</c> and <c>authorization</c>: where records can go, and whether they may.</summary>
internal static class LogServiceCommands
{
    private static readonly AnswerColumn[] OfProjects = [new("name"), new("description"), new("regionId"), new("createdAt")];

    private static readonly AnswerColumn[] OfLogstores =
        [new("project"), new("name"), new("ttlDays", IsNumber: true), new("report"), new("reportSince"), new("description"), new("createdAt")];

    private static readonly Argument<string?> Project = new("PROJECT") { Description = "Of this Project; of all if it is left out.", Arity = ArgumentArity.ZeroOrOne };

    public static Command Projects(Terminal terminal) =>
        Group("projects", "Lists Projects.", Verb(terminal, new("list", "Lists them."), (service, parsed, cancellation) =>
            AnswerPrinter.ListAsync(terminal, FormatOf(parsed), OfProjects, service.ItemsAsync(ServiceRequest.Get("projects"), cancellation), cancellation)));

    public static Command Logstores(Terminal terminal) =>
        Group("logstores", "Lists Logstores.", Verb(terminal, new("list", "Lists them.") { Project }, (service, parsed, cancellation) =>
            AnswerPrinter.ListAsync(terminal, FormatOf(parsed), OfLogstores, LogstoresAsync(service, parsed.GetValue(Project), cancellation), cancellation)));

    public static Command Authorization(Terminal terminal)
    {
        return Group(
            "authorization", "Whether the service may write to the account's Logstores.",
            Verb(terminal, new("show", "Shows it."), async (service, parsed, cancellation) =>
                await PrintAsync(parsed, await service.GetAsync("authorization", cancellation), cancellation)),
            Verb(terminal, new("confirm", "Lets it; for the primary account."), async (service, parsed, cancellation) =>
                await PrintAsync(parsed, await service.SendAsync(ServiceRequest.Post("authorization"), cancellation), cancellation)));

        Task PrintAsync(ParseResult parsed, ServiceAnswer answer, CancellationToken cancellation) =>
            AnswerPrinter.OneAsync(terminal, FormatOf(parsed), answer.Json, cancellation);
    }

    /// <summary>The Logstores of a Project, or of all.</summary>
    public static async IAsyncEnumerable<JsonElement> LogstoresAsync(
        ServiceClient service, string? project, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var projects = new List<string>();
        if (project is not null)
            projects.Add(project);
        else
            await foreach (var item in service.ItemsAsync(ServiceRequest.Get("projects"), cancellation))
                projects.Add(new AnswerColumn("name").Of(item));
        foreach (var name in projects)
        {
            await foreach (var item in service.ItemsAsync(ServiceRequest.Get($"projects/{Uri.EscapeDataString(name)}/logstores"), cancellation))
                yield return item;
        }
    }

    private static AnswerFormat FormatOf(ParseResult parsed) => parsed.GetValue(AnswerOptions.Format);

    private static Command Group(string name, string description, params Command[] verbs)
    {
        var command = new Command(name, description) { AnswerOptions.Format }.WithService();
        foreach (var verb in verbs)
            command.Subcommands.Add(verb);
        return command;
    }

    private static Command Verb(Terminal terminal, Command command, Func<ServiceClient, ParseResult, CancellationToken, Task> run)
    {
        command.SetAction((parsed, cancellation) => RemoteRun.GuardAsync(terminal, FormatOf(parsed), null, async () =>
        {
            using var service = new ServiceClient(ServiceOptions.AccessOf(parsed, terminal));
            await run(service, parsed, cancellation);
            return ExitCode.Done;
        }));
        return command;
    }
}
