using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using FlowLog.Cli.Completion;
using FlowLog.Cli.LogService;
using FlowLog.Cli.Output;

namespace FlowLog.Cli.Service;

/// <summary>A Logstore as people name it: <c>PROJECT/LOGSTORE</c>.</summary>
internal sealed record LogstoreTarget(string Project, string Logstore)
{
    private const string Name = "PROJECT/LOGSTORE";

    /// <summary>Its path in the API.</summary>
    public string Path => $"projects/{Uri.EscapeDataString(Project)}/logstores/{Uri.EscapeDataString(Logstore)}";

    /// <summary>Whether there can be such names, rather than those of a file.</summary>
    public bool CanBe => (Project + Logstore).All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_');

    public static Argument<string> ArgumentOf(Terminal terminal) =>
        new Argument<string>(Name) { Description = "The Logstore; flowlog logstores list has them." }.Offer(terminal, NamesAsync);

    /// <summary>All that there are, as they are typed.</summary>
    public static async IAsyncEnumerable<string> NamesAsync(ServiceClient service, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in LogServiceCommands.LogstoresAsync(service, null, cancellation))
            yield return $"{new AnswerColumn("project").Of(item)}/{new AnswerColumn("name").Of(item)}";
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out LogstoreTarget? target)
    {
        target = text.Split('/') is [{ Length: > 0 } project, { Length: > 0 } logstore] ? new(project, logstore) : null;
        return target is not null;
    }

    /// <exception cref="Failure">It names no Logstore.</exception>
    public static LogstoreTarget Of(ParseResult parsed) =>
        Of(parsed.GetRequiredValue<string>(Name));

    /// <exception cref="Failure">It names no Logstore.</exception>
    public static LogstoreTarget Of(string text) =>
        TryParse(text, out var target) ? target : throw new Failure($"{text}: must be {Name}, such as network-logs/vpc-flows");
}
