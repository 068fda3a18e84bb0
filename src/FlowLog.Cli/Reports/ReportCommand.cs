using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FlowLog.Cli.Output;
using FlowLog.Cli.Service;
using FlowLog.Cli.Times;

namespace FlowLog.Cli.Reports;

/// <summary><c>flowlog report PROJECT/LOGSTORE [NAME]</c>.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string?> Name = new("NAME") { Description = "The report; all are listed if it is left out.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string?> Only = new("--chart") { Description = "Print this chart only.", HelpName = "NAME" };

    private static readonly Option<int?> Top = new("--top") { Description = "Length of lists, 10 if it is left out.", HelpName = "N" };

    private static readonly AnswerColumn[] Columns = [new("report"), new("chart"), new("kind"), new("title"), new("query")];

    static ReportCommand() => Name.CompletionSources.Add("traffic", "rejection", "overview", "center-overview", "policy", "eni", "inter-ecs");

    public static Command Create(Terminal terminal)
    {
        var command = new Command("report", "Prints a report of a Logstore, each chart with its numbers; or lists the reports.")
        {
            LogstoreTarget.ArgumentOf(terminal), Name, Only, Top, AnswerOptions.Format,
        }.With(TimeOptions.All).WithService();
        command.SetAction((parsed, cancellation) =>
            RemoteRun.GuardAsync(terminal, parsed.GetValue(AnswerOptions.Format), null, () => RunAsync(parsed, terminal, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var service = new ServiceClient(ServiceOptions.AccessOf(parsed, terminal));
        var (path, format) = ($"{LogstoreTarget.Of(parsed).Path}/reports", parsed.GetValue(AnswerOptions.Format));
        if (parsed.GetValue(Name) is not { } name)
        {
            await ListAsync(terminal, format, (await service.GetAsync(path, cancellation)).Json.GetProperty("items"), cancellation);
            return ExitCode.Done;
        }

        var (from, to) = TimeOptions.Of(parsed, terminal.Time);
        var request = ServiceRequest.Get($"{path}/{Uri.EscapeDataString(name)}", ("from", Text(from)), ("to", Text(to)), ("top", Text(parsed.GetValue(Top))));
        var report = (await service.SendAsync(request, cancellation)).Json;
        await ReportPrinter.PrintAsync(terminal, format, report, parsed.GetValue(Only), cancellation);
        return ExitCode.Done;
    }

    private static async Task ListAsync(Terminal terminal, AnswerFormat format, JsonElement reports, CancellationToken cancellation)
    {
        await using var writer = AnswerPrinter.Writer(terminal);
        var rows =
            from report in reports.EnumerateArray()
            from chart in report.GetProperty("charts").EnumerateArray()
            select new[] { new AnswerColumn("name").Of(report), new AnswerColumn("name").Of(chart) }.Concat(Columns.Skip(2).Select(column => column.Of(chart))).ToArray();
        if (format == AnswerFormat.Json)
            await writer.WriteLineAsync(reports.GetRawText().AsMemory(), cancellation);
        else if (format == AnswerFormat.Csv)
            AnswerPrinter.WriteCsv(writer, [.. Columns.Select(column => column.Path)], rows);
        else
            Tables.Print(writer, [.. Columns.SkipLast(1).Select(column => (column.Path, false))], rows.Select(row => row[..^1]));
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
