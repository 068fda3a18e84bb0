using System.CommandLine;
using FlowLog.Cli.Completion;
using FlowLog.Cli.Records;
using FlowLog.Files.Packing;

namespace FlowLog.Cli.Pack;

/// <summary><c>flowlog pack FILE… --out F</c>.</summary>
internal static class PackCommand
{
    private const int MinutesPerHour = 60;
    private const int SecondsPerMinute = 60;
    private const int LeastRows = 1000;
    private const int MostRows = 128 * 1024 * 1024;

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Captures (pcap or pcapng), flow logs (Azure VNet and NSG, AWS VPC), CSV or NDJSON of records, nfdump's CSV, files of chunks; also in gzip; - for the standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Out = new("--out") { Description = "The file of chunks to write.", HelpName = "FILE", Required = true };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace the file if it is there." };

    private static readonly Option<PackedAs> As = new Option<PackedAs>("--as")
    {
        Description = "merged: by hour, ENI and time, as many in a chunk as a table entity takes; ingested: each ENI's capture windows by themselves.",
        HelpName = "merged|ingested",
        DefaultValueFactory = _ => PackedAs.Merged,
    }.Offer("merged", "ingested");

    private static readonly Option<int> Window = new("--window")
    {
        Description = "Length of a capture window in minutes, a divisor of 60: of flows counted from packets, and of chunks as ingested.",
        HelpName = "MINUTES",
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<string> EniId = new("--eni-id") { Description = "The ENI of records that do not say theirs.", HelpName = "ID", DefaultValueFactory = _ => "" };

    private static readonly Option<int> MaxRows = new("--max-rows")
    {
        Description = "Records held in memory at once, at about 80 bytes each; when there are so many they are written.",
        HelpName = "N",
        DefaultValueFactory = _ => PackSettings.DefaultMaxRows,
    };

    private static readonly Option<bool> Stats = new("--stats") { Description = "Print what each column takes." };

    public static Command Create(Terminal terminal)
    {
        AddRules();
        var command = new Command("pack", "Packs the records of captures, flow logs and texts into a file of chunks.")
        {
            Files, Out, Force, As, Window, EniId, RecordsCommand.EniAddress, RecordsCommand.Rules, RecordsCommand.InsideTunnels,
            RecordsCommand.Icmp, RecordsCommand.NoMulticast, RecordsCommand.MaxFlows, MaxRows, RecordsCommand.Threads, Stats, RecordsCommand.Strict,
        };
        command.SetAction((parsed, cancellation) => PackFiles.RunAsync(RequestOf(parsed), terminal, cancellation));
        return command;
    }

    private static PackRequest RequestOf(ParseResult parsed)
    {
        var flows = RecordsCommand.FlowsOf(parsed) with
        {
            Files = parsed.GetRequiredValue(Files),
            Window = parsed.GetValue(Window) * SecondsPerMinute,
        };
        return new()
        {
            Flows = flows,
            Output = parsed.GetRequiredValue(Out),
            Force = parsed.GetValue(Force),
            EniId = parsed.GetValue(EniId) ?? "",
            Stats = parsed.GetValue(Stats),
            Settings = new()
            {
                As = parsed.GetValue(As),
                WindowSeconds = flows.Window,
                MaxRows = parsed.GetValue(MaxRows),
                Threads = flows.Threads,
            },
        };
    }

    private static void AddRules()
    {
        Out.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is "-" or "" or null)
                result.AddError("--out: must be a file; it is written beside its name and renamed, which the standard output cannot be.");
        });
        Window.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var minutes && (minutes < 1 || MinutesPerHour % minutes != 0))
                result.AddError($"--window {minutes}: must be a divisor of {MinutesPerHour} such as 1, 5 or 10.");
        });
        EniId.Validators.Add(result =>
        {
            if (System.Text.Encoding.UTF8.GetByteCount(result.GetValueOrDefault<string>() ?? "") > FlowLog.Chunks.ChunkLimits.MaxTextBytes)
                result.AddError($"--eni-id: at most {FlowLog.Chunks.ChunkLimits.MaxTextBytes} bytes.");
        });
        MaxRows.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var rows && (rows < LeastRows || rows > MostRows))
                result.AddError($"--max-rows {rows}: must be from {LeastRows} to {MostRows}.");
        });
    }
}
