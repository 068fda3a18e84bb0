using System.CommandLine;
using System.Text.RegularExpressions;

namespace FlowLog.Cli.Tests;

/// <summary>docs/command-line.md names every verb and every option, and no others.</summary>
public sealed partial class CommandPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Top(), "docs", "command-line.md"));

    private static readonly RootCommand Root = CommandLine.Root(new(Stream.Null, Stream.Null, TextWriter.Null, IsWatched: false));

    [Fact]
    public void EveryVerb_HasItsSection() => Assert.Equal(
        Root.Subcommands.Select(verb => verb.Name).Order(), Sections().Keys.Where(name => !name.Contains(' ', StringComparison.Ordinal)).Order());

    [Fact]
    public void EveryOption_StandsInTheSectionOfItsVerb() => Assert.Empty(
        from verb in Root.Subcommands
        let section = Sections()[verb.Name] + Shared(verb)
        from option in Options(verb)
        where !Mentioned(section).Contains(option)
        select $"{verb.Name} {option}");

    [Fact]
    public void EveryOptionOfThePage_IsThere()
    {
        var known = Root.Subcommands.SelectMany(Options).Concat(["--help", "--version"]).ToHashSet();

        Assert.Subset(known, Mentioned(Page));
    }

    [Fact]
    public void EveryVerbOfAVerb_StandsInItsSection() => Assert.Empty(
        from verb in Root.Subcommands
        from inner in verb.Subcommands
        where !Sections()[verb.Name].Contains($"{verb.Name} {inner.Name}", StringComparison.Ordinal) && !Sections()[verb.Name].Contains($"`{inner.Name}", StringComparison.Ordinal)
        select $"{verb.Name} {inner.Name}");

    [Fact]
    public void EveryExitCode_StandsInTheTable() => Assert.Equal(
        [0, 1, 3, 4, 5, 130], ExitCodeRow().Matches(Page).Select(row => int.Parse(row.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Options that several verbs have in the same words have a section of their own.</summary>
    private static string Shared(Command verb) =>
        (verb.Options.Any(option => option.Name == "--url") ? Sections()["the service"] : "") + (verb.Options.Any(option => option.Name == "--last") ? Sections()["time ranges"] : "");

    private static IEnumerable<string> Options(Command verb) =>
        verb.Options.Concat(verb.Subcommands.SelectMany(inner => inner.Options)).Select(option => option.Name).Where(name => name != "--help").Distinct();

    /// <summary>Sections by what their verbs are called; of "## login, logout" each has all.</summary>
    private static Dictionary<string, string> Sections() =>
        Section().Matches(Page).SelectMany(section => section.Groups[1].Value.Split(", ").Select(name => (Name: name.ToLowerInvariant(), Text: section.Value)))
            .ToDictionary(section => section.Name, section => section.Text);

    private static HashSet<string> Mentioned(string text) => [.. OptionName().Matches(text).Select(match => match.Value)];

    private static string Top()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "FlowLogFunctions.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(@"^## (.*)\n(?:(?!## ).*\n)*", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"(?<![\w-])--[a-z][a-z-]*")]
    private static partial Regex OptionName();

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex ExitCodeRow();
}
