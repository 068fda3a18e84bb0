using System.CommandLine;
using FlowLog.Cli.Output;
using FlowLog.Cli.Service;

namespace FlowLog.Cli.Login;

/// <summary><c>flowlog login</c>, <c>logout</c> and <c>whoami</c>.</summary>
internal static class LoginCommand
{
    private static readonly Option<string?> KeyFile = new("--key-file")
    {
        Description = "File that holds the access key; - for the standard input. Without it and --key it is asked for.",
        HelpName = "FILE",
    };

    public static Command Login(Terminal terminal)
    {
        var command = new Command("login", "Checks an access key and keeps it, for the verbs that ask a service.") { KeyFile }.WithService();
        command.SetAction((parsed, cancellation) => RemoteRun.GuardAsync(terminal, AnswerFormat.Table, null, () => LoginAsync(parsed, terminal, cancellation)));
        return command;
    }

    public static Command Logout(Terminal terminal)
    {
        var command = new Command("logout", "Forgets what login keeps.") { ServiceOptions.ProfileName };
        command.SetAction((parsed, _) => CommandRun.GuardAsync(terminal, () => Task.FromResult(Logout(parsed, terminal))));
        return command;
    }

    public static Command WhoAmI(Terminal terminal)
    {
        var command = new Command("whoami", "Prints whose access key it is.") { AnswerOptions.Format }.WithService();
        command.SetAction((parsed, cancellation) =>
            RemoteRun.GuardAsync(terminal, parsed.GetValue(AnswerOptions.Format), null, () => WhoAmIAsync(parsed, terminal, cancellation)));
        return command;
    }

    private static async Task<int> LoginAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var name = ServiceOptions.NameOf(parsed, terminal);
        var profiles = ProfileFile.Read(terminal.Variable);
        var old = profiles.Find(name);
        var profile = new Profile(
            ServiceOptions.Given(parsed, ServiceOptions.Url, terminal, "FLOWLOG_URL") ?? old?.Url ?? ServiceAccess.DefaultUrl,
            await KeyAsync(parsed, terminal, cancellation),
            ServiceOptions.Given(parsed, ServiceOptions.Region, terminal, "FLOWLOG_REGION") ?? old?.Region);
        using var service = new ServiceClient(ServiceAccess.Of(profile));
        if (service.Access.IsInTheOpen)
            terminal.Errors.WriteLine($"flowlog: {profile.Url}: the key goes there unencrypted; https would hide it");
        var account = (await service.GetAsync("account", cancellation)).Json;
        if (profile.Region is not null)
            await RequireRegionAsync(service, profile.Region, cancellation);
        profiles.Set(name, profile);
        profiles.Write();
        var user = new AnswerColumn("userName").Of(account);
        terminal.Errors.WriteLine(
            Visible.Of($"Logged in to {profile.Url} as {(user.Length > 0 ? $"{user} of " : "")}account {new AnswerColumn("accountId").Of(account)} ({profiles.Path})"));
        return ExitCode.Done;
    }

    /// <summary>The account is in every region, so it does not show whether there is such a region.</summary>
    private static async Task RequireRegionAsync(ServiceClient service, string region, CancellationToken cancellation)
    {
        var known = new List<string>();
        await foreach (var item in service.ItemsAsync(ServiceRequest.Get("regions"), cancellation))
            known.Add(new AnswerColumn("id").Of(item));
        if (!known.Contains(region, StringComparer.Ordinal))
            throw new Failure($"there is no region {region}; there are {string.Join(", ", known)}", ExitCode.NotFound);
    }

    private static async Task<string> KeyAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        if (ServiceOptions.Given(parsed, ServiceOptions.Key, terminal, "FLOWLOG_KEY") is { } key && parsed.GetValue(KeyFile) is null)
            return key;
        if (parsed.GetValue(KeyFile) is { } file)
        {
            using var reader = new StreamReader(file == "-" ? terminal.Input : File.OpenRead(file));
            return (await reader.ReadToEndAsync(cancellation)).Trim();
        }

        if (terminal.ReadSecret is null)
            throw new Failure("nobody can be asked for the access key here: give --key-file, or the variable FLOWLOG_KEY", ExitCode.NotAllowed);
        terminal.Errors.Write("Access key (id.secret): ");
        terminal.Errors.Flush();
        var typed = terminal.ReadSecret().Trim();
        terminal.Errors.WriteLine();
        return typed;
    }

    private static int Logout(ParseResult parsed, Terminal terminal)
    {
        var (name, profiles) = (ServiceOptions.NameOf(parsed, terminal), ProfileFile.Read(terminal.Variable));
        if (!profiles.Remove(name))
            throw new Failure($"nobody is logged in under the name {name}", ExitCode.NotAllowed);
        profiles.Write();
        return ExitCode.Done;
    }

    private static async Task<int> WhoAmIAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var service = new ServiceClient(ServiceOptions.AccessOf(parsed, terminal));
        var account = (await service.GetAsync("account", cancellation)).Json;
        await AnswerPrinter.OneAsync(terminal, parsed.GetValue(AnswerOptions.Format), account, cancellation);
        return ExitCode.Done;
    }
}
