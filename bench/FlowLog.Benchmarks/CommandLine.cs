using System.Globalization;

namespace FlowLog.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Records">Flow records of one run of ingest, at least; whole batches are made.</param>
/// <param name="Time">How long each figure is measured for, after its warm-up.</param>
/// <param name="Runs">Fresh stores that the local host is started on; runs of each meter.</param>
/// <param name="Capture">A capture file for the meters; null for one that is made.</param>
internal sealed record CommandLine(string Verb, int Records, TimeSpan Time, int Runs, string? Capture = null)
{
    public const string Usage = """
        Usage: FlowLog.Benchmarks VERB [options]

          ingest    from queue message to committed chunk, with Azurite and without storage
          capture   from a capture file to flows
          meters    whole processes from a capture file to records, beside other flow meters
          live      from a network interface to flows, beside softflowd
          rules     verdicts of security group rules
          chunks    encoding and decoding of chunks
          scan      predicates over chunks in memory
          startup   the local host, until it answers
          imports   from foreign flow logs to flows

          --records N   ingest: records of one run (default 500000)
          --seconds S   ingest, capture, live, rules, chunks, scan, imports: how long each figure is measured (default 10)
          --runs N      startup: fresh stores to start on; meters: runs of each (default 5)
          --capture F   meters: a capture file in place of one made of samples/
        """;

    private const string HelpVerb = "--help";
    private static readonly string[] Verbs = ["ingest", "capture", "meters", "live", "rules", "chunks", "scan", "startup", "imports", HelpVerb];

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
                "--records" => parsed with { Records = NumberOf(option, rest) },
                "--seconds" => parsed with { Time = TimeSpan.FromSeconds(NumberOf(option, rest)) },
                "--runs" => parsed with { Runs = NumberOf(option, rest) },
                "--capture" => parsed with { Capture = rest.TryDequeue(out var file) ? file : throw new ArgumentException("--capture needs a file.") },
                _ => throw new ArgumentException($"Unknown option {option}. See --help."),
            };
        }

        return parsed;
    }

    private static int NumberOf(string option, Queue<string> rest) =>
        rest.TryDequeue(out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ArgumentException($"{option} needs a number from 1 on.");
}
