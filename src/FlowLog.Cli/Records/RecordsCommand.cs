using System.CommandLine;
using FlowLog.Cli.Completion;
using FlowLog.Cli.Output;
using FlowLog.Flows;
using FlowLog.Packets;

namespace FlowLog.Cli.Records;

/// <summary><c>flowlog records FILE…</c>.</summary>
internal static class RecordsCommand
{
    private const int SecondsPerHour = 3600;

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Capture files (pcap or pcapng), flow logs (Azure VNet and NSG, AWS VPC) or files of chunks, also in gzip; - for the standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<int> Window = new("--window")
    {
        Description = "Length of a capture window in seconds: a divisor of an hour, or 0 for one window that holds everything.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 60,
    };

    public static readonly Option<string[]> EniAddress = new("--eni-address")
    {
        Description = "Addresses of the ENI, separated by commas: what comes from them goes out. Without it the direction is -.",
        HelpName = "A,B",
    };

    public static readonly Option<string?> Rules = new("--rules")
    {
        Description = "JSON file of the ENI's security groups, to judge by. Needs --eni-address.",
        HelpName = "FILE",
    };

    private static readonly Option<OutputFormat> Format = new Option<OutputFormat>("--format")
    {
        Description = "csv, ndjson or table.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => OutputFormat.Csv,
    }.Offer("csv", "ndjson", "table");

    private static readonly Option<bool> Summary = new("--summary")
    {
        Description = "Print totals in place of the records: what made flows, by rule if there are rules, and what made none, by reason.",
    };

    public static readonly Option<bool> InsideTunnels = new("--inside-tunnels")
    {
        Description = "Count the packet inside VXLAN, Geneve and GRE, not the one outside.",
    };

    public static readonly Option<bool> Icmp = new("--icmp")
    {
        Description = "Tell ICMP messages of different type or code apart, in a further column icmp.",
    };

    public static readonly Option<bool> NoMulticast = new("--no-multicast")
    {
        Description = "Leave out packets to multicast addresses, as VPC flow logs do.",
    };

    public static readonly Option<int> MaxFlows = new("--max-flows")
    {
        Description = "Flows that are open at once; past it the smallest are printed early, in several records.",
        HelpName = "N",
        DefaultValueFactory = _ => FlowAggregator.DefaultMaxOpenFlows,
    };

    public static readonly Option<int> Threads = new("--threads")
    {
        Description = "Threads to work with.",
        HelpName = "N",
        DefaultValueFactory = _ => Math.Clamp(Environment.ProcessorCount, 1, MaxThreads),
    };

    public static readonly Option<bool> Strict = new("--strict") { Description = "Exit with 1 if a file is damaged; what can be read is printed all the same." };

    private static readonly Option<string[]> Columns = new("--columns")
    {
        Description = "Columns to print of files of chunks, separated by commas, in that order; all by default.",
        HelpName = "A,B",
    };

    private const int MaxThreads = 4;

    public static Command Create(Terminal terminal)
    {
        AddRules();
        var command = new Command("records", "Prints the flow records of capture files, of flow logs of Azure and AWS, and of files of chunks.")
        {
            Files, Window, EniAddress, Rules, Format, Summary, InsideTunnels, Icmp, NoMulticast, MaxFlows, Columns, Threads, Strict,
        };
        command.SetAction((parsed, cancellation) => PrintRecords.RunAsync(RequestOf(parsed), terminal, cancellation));
        return command;
    }

    private static RecordsRequest RequestOf(ParseResult parsed) => FlowsOf(parsed) with
    {
        Files = parsed.GetRequiredValue(Files),
        Window = parsed.GetValue(Window),
        Format = parsed.GetValue(Format),
        Summary = parsed.GetValue(Summary),
        Columns = [.. Parts(parsed.GetValue(Columns))],
    };

    /// <summary>What other commands that count flows ask in the same words.</summary>
    public static RecordsRequest FlowsOf(ParseResult parsed) => new()
    {
        Files = [],
        EniAddresses = [.. Parts(parsed.GetValue(EniAddress)).Select(IpAddress.Parse)],
        RulesFile = parsed.GetValue(Rules),
        InsideTunnels = parsed.GetValue(InsideTunnels),
        Icmp = parsed.GetValue(Icmp),
        Multicast = !parsed.GetValue(NoMulticast),
        MaxFlows = parsed.GetValue(MaxFlows),
        Threads = parsed.GetValue(Threads),
        Strict = parsed.GetValue(Strict),
    };

    private static IEnumerable<string> Parts(string[]? values) =>
        (values ?? []).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static void AddRules()
    {
        Window.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var seconds && (seconds < 0 || seconds > SecondsPerHour || (seconds > 0 && SecondsPerHour % seconds != 0)))
                result.AddError($"--window {seconds}: must be 0, or a divisor of {SecondsPerHour} such as 60, 300 or 600.");
        });
        EniAddress.Validators.Add(result =>
        {
            foreach (var text in Parts(result.GetValueOrDefault<string[]>()).Where(text => !IpAddress.TryParse(text, out _)))
                result.AddError($"--eni-address {text}: is no IP address.");
        });
        Columns.Validators.Add(result =>
        {
            foreach (var name in Parts(result.GetValueOrDefault<string[]>()).Where(name => FlowFields.Find(name) is null))
                result.AddError($"--columns {name}: no such column; they are {string.Join(", ", FlowFields.All)}.");
        });
        MaxFlows.Validators.Add(result => AtLeastOne(result, "--max-flows"));
        Threads.Validators.Add(result => AtLeastOne(result, "--threads"));
    }

    private static void AtLeastOne(System.CommandLine.Parsing.OptionResult result, string name)
    {
        if (result.GetValueOrDefault<int>() < 1)
            result.AddError($"{name}: must be at least 1.");
    }
}
