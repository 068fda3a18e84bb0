using System.CommandLine;
using FlowLog.Cli.Completion;
using FlowLog.Cli.Output;
using FlowLog.Cli.Service;
using FlowLog.Cli.Times;

namespace FlowLog.Cli.Export;

/// <summary><c>flowlog export PROJECT/LOGSTORE --out F</c>.</summary>
internal static class ExportCommand
{
    public static readonly Argument<string?> Search = new("SEARCH")
    {
        Description = "What the records have to meet, such as 'action: REJECT and dstport: 22'; all by default.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Out = new("--out") { Description = "The file to write; - for the standard output.", HelpName = "FILE", Required = true };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace the file if it is there." };

    private static readonly Option<ExportFormat> Format = new Option<ExportFormat>("--format")
    {
        Description = "ndjson or csv.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => ExportFormat.Ndjson,
    }.Offer("ndjson", "csv");

    private static readonly Option<bool> Gzip = new("--gzip") { Description = "Compress the file." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("export", "Writes all records of a Logstore's time range to a file.")
        {
            LogstoreTarget.ArgumentOf(terminal), Search, Out, Force, Format, Gzip, AnswerOptions.Quiet,
        }.With(TimeOptions.All).WithService();
        command.SetAction((parsed, cancellation) =>
            RemoteRun.GuardAsync(terminal, AnswerFormat.Table, parsed.GetValue(Search), () => RunAsync(parsed, terminal, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var service = new ServiceClient(ServiceOptions.AccessOf(parsed, terminal));
        var (file, isQuiet) = (parsed.GetRequiredValue(Out), parsed.GetValue(AnswerOptions.Quiet));
        var export = new RecordExport(service, RequestOf(parsed, terminal), new(isQuiet ? terminal with { IsWatched = false } : terminal, file))
        {
            IsCsv = parsed.GetValue(Format) == ExportFormat.Csv,
            IsGzip = parsed.GetValue(Gzip),
        };
        if (file == "-")
        {
            await export.WriteAsync(terminal.Output, cancellation);
            await terminal.Output.FlushAsync(cancellation);
        }
        else
        {
            await using var output = OutputFile.Create(file, parsed.GetValue(Force));
            await export.WriteAsync(output.Stream, cancellation);
            await output.CommitAsync(cancellation);
        }

        if (!isQuiet)
            terminal.Errors.WriteLine(export.Notes);
        return ExitCode.Done;
    }

    private static ServiceRequest RequestOf(ParseResult parsed, Terminal terminal)
    {
        var (from, to) = TimeOptions.Of(parsed, terminal.Time);
        return ServiceRequest.Get(
            $"{LogstoreTarget.Of(parsed).Path}/export",
            ("from", from?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("to", to?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("query", parsed.GetValue(Search)),
            ("format", parsed.GetValue(Format) == ExportFormat.Csv ? "csv" : "ndjson"),
            ("compress", parsed.GetValue(Gzip) ? "gzip" : "none")) with
        { Accept = "*/*" };
    }
}
