using System.CommandLine;

namespace FlowLog.Cli.Service;

/// <summary>The options of all verbs that ask a service. An option comes before its variable, that before the profile.</summary>
internal static class ServiceOptions
{
    public const string DefaultProfile = "default";

    public static readonly Option<string?> Url = new("--url")
    {
        Description = "Address of the service; also FLOWLOG_URL.",
        HelpName = "URL",
        Recursive = true,
    };

    public static readonly Option<string?> Key = new("--key")
    {
        Description = "Access key, its id and its secret with a dot between; also FLOWLOG_KEY, which other people of the machine do not see.",
        HelpName = "ID.SECRET",
        Recursive = true,
    };

    public static readonly Option<string?> Region = new("--region")
    {
        Description = "Region, else the service's default one; also FLOWLOG_REGION.",
        HelpName = "REGION",
        Recursive = true,
    };

    public static readonly Option<string?> ProfileName = new("--profile")
    {
        Description = "Name under which login keeps address, key and region; also FLOWLOG_PROFILE.",
        HelpName = "NAME",
        Recursive = true,
    };

    static ServiceOptions() => ProfileName.CompletionSources.Add(_ => Names());

    /// <summary>Adds all of them to a verb, for its verbs too.</summary>
    public static Command WithService(this Command command) => command.With([Url, Key, Region, ProfileName]);

    public static Command With(this Command command, IEnumerable<Option> options)
    {
        foreach (var option in options)
            command.Options.Add(option);
        return command;
    }

    public static string NameOf(ParseResult parsed, Terminal terminal) => Given(parsed, ProfileName, terminal, "FLOWLOG_PROFILE") ?? DefaultProfile;

    /// <summary>The profile fills in what is not given. It is left alone where address and key are: its region may be another service's.</summary>
    /// <exception cref="Failure">Nobody has logged in, and no key is given.</exception>
    public static ServiceAccess AccessOf(ParseResult parsed, Terminal terminal)
    {
        var (url, key) = (Given(parsed, Url, terminal, "FLOWLOG_URL"), Given(parsed, Key, terminal, "FLOWLOG_KEY"));
        var isNamed = Given(parsed, ProfileName, terminal, "FLOWLOG_PROFILE") is not null;
        var profile = isNamed || url is null || key is null ? Find(NameOf(parsed, terminal), terminal, isNeeded: isNamed || key is null) : null;
        return ServiceAccess.Of(new(
            url ?? profile?.Url ?? ServiceAccess.DefaultUrl, key ?? profile!.Key, Given(parsed, Region, terminal, "FLOWLOG_REGION") ?? profile?.Region));
    }

    public static string? Given(ParseResult parsed, Option<string?> option, Terminal terminal, string variable) =>
        parsed.GetValue(option) ?? (terminal.Variable(variable) is { Length: > 0 } text ? text : null);

    private static IEnumerable<string> Names()
    {
        try
        {
            return ProfileFile.Read(Environment.GetEnvironmentVariable).Names;
        }
        catch (Exception fault) when (fault is Failure or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static Profile? Find(string name, Terminal terminal, bool isNeeded)
    {
        var file = ProfileFile.Read(terminal.Variable);
        if (file.Find(name) is { } profile)
            return profile;
        if (!isNeeded)
            return null;
        var others = file.Names.Any() ? $" under the name {name}, only as {string.Join(", ", file.Names)}" : "";
        throw new Failure($"not logged in{others}; flowlog login asks for a key, FLOWLOG_KEY gives one", ExitCode.NotAllowed);
    }
}
