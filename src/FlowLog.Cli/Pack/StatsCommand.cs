using System.CommandLine;
using FlowLog.Chunks;
using FlowLog.Cli.Completion;
using FlowLog.Cli.Output;
using FlowLog.Cli.Packed;
using FlowLog.Cli.Records;
using FlowLog.Files;

namespace FlowLog.Cli.Pack;

/// <summary><c>flowlog stats FILE…</c>.</summary>
internal static class StatsCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Files of chunks; - for the standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<OutputFormat> Format = new Option<OutputFormat>("--format")
    {
        Description = "csv, ndjson or table.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => OutputFormat.Table,
    }.Offer("csv", "ndjson", "table");

    private static readonly Option<bool> Strict = new("--strict") { Description = "Exit with 1 if a file is damaged; what can be read counts all the same." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("stats", "Prints what each column of files of chunks takes.") { Files, Format, Strict };
        command.SetAction((parsed, cancellation) => CommandRun.GuardAsync(
            terminal, () => RunAsync(parsed.GetRequiredValue(Files), parsed.GetValue(Format), parsed.GetValue(Strict), terminal, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, OutputFormat format, bool isStrict, Terminal terminal, CancellationToken cancellation)
    {
        var (code, sizes, length) = (ExitCode.Done, new ColumnSizes(), 0L);
        foreach (var file in files)
        {
            await using var stream = FileStreams.Open(file, terminal);
            var reader = new ChunkFileReader(stream);
            try
            {
                while (await reader.ReadAsync(cancellation) is { } chunk)
                    sizes.Add(chunk);
            }
            catch (ChunkFormatException damage)
            {
                code = Math.Max(code, PackedDamage.Report(terminal, file, reader, damage, isStrict));
            }

            length += reader.Position;
        }

        await SizesPrinter.PrintAsync(terminal.Output, format, sizes, length, cancellation);
        return code;
    }
}
