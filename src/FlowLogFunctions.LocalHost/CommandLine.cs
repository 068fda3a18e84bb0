using System.Globalization;

namespace FlowLogFunctions.LocalHost;

/// <summary>What the command line asks for.</summary>
/// <param name="Port">TCP port of the API on 127.0.0.1; 0 takes a free one.</param>
/// <param name="Storage">A data folder or a storage connection string; null for the default.</param>
/// <param name="Empty">Whether to leave out the sample account's resources.</param>
internal sealed record CommandLine(int Port, string? Storage, bool Empty, bool Verbose, bool Help)
{
    public const int DefaultPort = 7071;

    public const string Usage = """
        Usage: ./run [options]

        Serves FlowLogFunctions on this machine, with Azurite as its storage.

          --port N          port of the API on 127.0.0.1 (default 7071; 0 takes a free one)
          --storage VALUE   a folder for the data (default .data), or a storage connection string
          --empty           do not make the sample resources in an empty store
          --verbose         log what happens, not only warnings
          --help            show this and stop

        Settings come from the environment and from "Values" of local.settings.json, as with func.
        """;

    /// <exception cref="StartException">An option is unknown, lacks its value or has one that is out of range.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new CommandLine(DefaultPort, null, Empty: false, Verbose: false, Help: false);
        var rest = new Queue<string>(arguments.SelectMany(Split));
        while (rest.TryDequeue(out var option))
        {
            parsed = option switch
            {
                "--port" => parsed with { Port = PortOf(ValueOf(option, rest)) },
                "--storage" => parsed with { Storage = ValueOf(option, rest) },
                "--empty" => parsed with { Empty = true },
                "--verbose" => parsed with { Verbose = true },
                "--help" or "-h" or "-?" => parsed with { Help = true },
                _ => throw new StartException($"Unknown option {option}. See --help."),
            };
        }

        return parsed;
    }

    /// <summary>--port=7071 is --port 7071. A connection string after the first sign stays whole.</summary>
    private static IEnumerable<string> Split(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) ? argument.Split('=', 2) : [argument];

    private static string ValueOf(string option, Queue<string> rest) =>
        rest.TryDequeue(out var value) && value.Length > 0 ? value : throw new StartException($"{option} needs a value. See --help.");

    private static int PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new StartException($"--port {text}: a port is a number from 0 to {ushort.MaxValue}.");
}
