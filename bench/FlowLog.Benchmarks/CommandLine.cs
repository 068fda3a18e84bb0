using System.Globalization;

namespace FlowLog.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Records">Flow records of one run of ingest, at least; whole batches are made.</param>
/// <param name="Time">How long each figure is measured for, after its warm-up.</param>
/// <param name="Runs">Fresh stores that the local host is started on; runs of each meter.</param>
/// <param name="Minutes">How long ingest is soaked.</param>
/// <param name="Rate">Records a second that ingest is soaked with.</param>
/// <param name="Capture">A capture file for the meters; null for one that is made.</param>
internal sealed record CommandLine(string Verb, int Records, TimeSpan Time, int Runs, int Minutes = 60, int Rate = 100_000, string? Capture = null)
{
    /// <summary>Whether <see cref="Records"/> was said, and is not what it is by itself.</summary>
    public bool IsRecordsGiven { get; private init; }

    /// <summary>A CSV of records to pack in place of invented ones.</summary>
    public string? RecordsCsv { get; private init; }

    /// <summary>nfdump's file of the same records.</summary>
    public string? NfdumpFile { get; private init; }

    /// <summary>A folder of captures to pack in place of those of samples/.</summary>
    public string? Captures { get; private init; }

    /// <summary>Where DuckDB is installed.</summary>
    public string? DuckDbFolder { get; private init; }

    public const string Usage = """
        Usage: FlowLog.Benchmarks VERB [options]

          ingest    from queue message to committed chunk, with Azurite and without storage, and how long a message takes at half the rate
          soak      ingest at a steady rate, and whether its memory stays flat
          capture   from a capture file to flows
          meters    whole processes from a capture file to records, beside other flow meters
          live      from a network interface to flows, beside softflowd
          rules     verdicts of security group rules
          chunks    encoding and decoding of chunks
          scan      predicates over chunks in memory
          startup   the local host, until it answers
          browser   pages of the console in Chromium, until they can be used
          imports   from foreign flow logs to flows
          reports   dashboards and reports over seven days of a busy Logstore, with Azurite
          serve     queries over HTTP with Azurite, cold and warm, beside fetching their columns alone
          query     questions to a file of chunks, beside DuckDB and nfdump
          pack      records in a file of chunks, beside nfdump, DuckDB and Parquet

          --records N   ingest, soak: records of one run (default 500000); pack, query, serve: records to invent (6000000);
                        reports: chunks of a day (10000)
          --seconds S   ingest, capture, live, rules, chunks, scan, imports, reports, pack: how long each figure is measured (default 10)
          --runs N      startup: fresh stores to start on; browser: visits of each page; meters: runs of each (default 5)
          --minutes N   soak: how long (default 60)
          --rate N      soak: records a second (default 100000)
          --capture F   meters: a capture file in place of one made of samples/
          --records-csv F, --nfdump-file F   pack, query: records under AWS's names in place of invented ones, and nfdump's file of them
          --captures D  pack: captures in place of those of samples/
          --duckdb D    pack, query: where `npm install --prefix D @duckdb/node-api` put DuckDB
        """;

    private const string HelpVerb = "--help";
    private static readonly string[] Verbs = ["ingest", "soak", "capture", "meters", "live", "rules", "chunks", "scan", "startup", "browser", "imports", "reports", "pack", "query", "serve", HelpVerb];

    public bool Help => Verb == HelpVerb;

    /// <exception cref="ArgumentException">The verb or an option is unknown, or a value is no number from 1 on.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var rest = new Queue<string>(arguments);
        var parsed = new CommandLine(rest.TryDequeue(out var verb) ? verb : HelpVerb, 500_000, TimeSpan.FromSeconds(10), 5);
        if (!Verbs.Contains(parsed.Verb))
            throw new ArgumentException($"Unknown verb {verb}. See --help.");
        while (rest.TryDequeue(out var option))
        {
            parsed = option switch
            {
                "--records" => parsed with { Records = NumberOf(option, rest), IsRecordsGiven = true },
                "--seconds" => parsed with { Time = TimeSpan.FromSeconds(NumberOf(option, rest)) },
                "--runs" => parsed with { Runs = NumberOf(option, rest) },
                "--minutes" => parsed with { Minutes = NumberOf(option, rest) },
                "--rate" => parsed with { Rate = NumberOf(option, rest) },
                "--capture" => parsed with { Capture = NameOf(option, rest) },
                "--records-csv" => parsed with { RecordsCsv = NameOf(option, rest) },
                "--nfdump-file" => parsed with { NfdumpFile = NameOf(option, rest) },
                "--captures" => parsed with { Captures = NameOf(option, rest) },
                "--duckdb" => parsed with { DuckDbFolder = NameOf(option, rest) },
                _ => throw new ArgumentException($"Unknown option {option}. See --help."),
            };
        }

        return parsed;
    }

    private static string NameOf(string option, Queue<string> rest) =>
        rest.TryDequeue(out var name) ? name : throw new ArgumentException($"{option} needs a file or a folder.");

    private static int NumberOf(string option, Queue<string> rest) =>
        rest.TryDequeue(out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ArgumentException($"{option} needs a number from 1 on.");
}
