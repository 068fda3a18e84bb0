using System.CommandLine;
using FlowLog.Cli.Completion;
using FlowLog.Cli.Export;
using FlowLog.Cli.Output;
using FlowLog.Cli.Service;
using FlowLog.Cli.Times;
using FlowLog.Flows;

namespace FlowLog.Cli.Tail;

/// <summary><c>flowlog tail PROJECT/LOGSTORE</c>.</summary>
internal static class TailCommand
{
    private static readonly Option<OutputFormat> Format = new Option<OutputFormat>("--format")
    {
        Description = "table for people, ndjson or csv for programs.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => OutputFormat.Table,
    }.Offer("table", "ndjson", "csv");

    private static readonly Option<string[]> Columns = new("--columns")
    {
        Description = "Columns of a table or CSV, separated by commas, in that order.",
        HelpName = "A,B",
    };

    private static readonly Option<int?> Limit = new("--limit") { Description = "End after so many records.", HelpName = "N" };

    public static Command Create(Terminal terminal)
    {
        AddRules();
        var command = new Command("tail", "Prints new records of a Logstore as they come, until it is interrupted.")
        {
            LogstoreTarget.ArgumentOf(terminal), ExportCommand.Search, TimeOptions.From, Format, Columns, Limit, AnswerOptions.Quiet,
        }.WithService();
        command.SetAction((parsed, cancellation) =>
            RemoteRun.GuardAsync(terminal, AnswerFormat.Table, parsed.GetValue(ExportCommand.Search), () => RunAsync(parsed, terminal, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var service = new ServiceClient(ServiceOptions.AccessOf(parsed, terminal));
        var columns = ColumnsOf(parsed);
        ITailFormat format = parsed.GetValue(Format) switch
        {
            OutputFormat.Ndjson => new TailNdjson(),
            OutputFormat.Csv => new TailCsv(columns.Count > 0 ? columns : [.. FlowFields.All.Select(field => field.Name)]),
            _ => new TailTable(columns.Count > 0 ? columns : TailTable.Usual),
        };
        var (from, _) = TimeOptions.Of(parsed, terminal.Time);
        var request = ServiceRequest.Get(
            $"{LogstoreTarget.Of(parsed).Path}/tail",
            ("from", from?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("query", parsed.GetValue(ExportCommand.Search)));
        var notes = parsed.GetValue(AnswerOptions.Quiet) ? TextWriter.Null : terminal.Errors;
        var tail = new RecordTail(service, request, terminal.Time, note => notes.WriteLine($"flowlog: {note}"));
        await TailPrinter.PrintAsync(terminal.Output, format, tail.RecordsAsync(cancellation), parsed.GetValue(Limit) ?? long.MaxValue, cancellation);
        return ExitCode.Done;
    }

    private static IReadOnlyList<string> ColumnsOf(ParseResult parsed) =>
        [.. (parsed.GetValue(Columns) ?? []).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static void AddRules()
    {
        Columns.Validators.Add(result =>
        {
            foreach (var name in (result.GetValueOrDefault<string[]>() ?? []).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
            {
                if (FlowFields.Find(name) is null)
                    result.AddError($"--columns {name}: no such column; they are {string.Join(", ", FlowFields.All)}.");
            }
        });
        Limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
                result.AddError("--limit: must be at least 1.");
        });
    }
}
