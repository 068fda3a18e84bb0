using System.CommandLine;
using System.Diagnostics.CodeAnalysis;

namespace FlowLog.Cli.Service;

/// <summary>A Logstore as people name it: <c>PROJECT/LOGSTORE</c>.</summary>
internal sealed record LogstoreTarget(string Project, string Logstore)
{
    public static readonly Argument<string> Argument = new("PROJECT/LOGSTORE") { Description = "The Logstore; flowlog logstores list has them." };

    /// <summary>Its path in the API.</summary>
    public string Path => $"projects/{Uri.EscapeDataString(Project)}/logstores/{Uri.EscapeDataString(Logstore)}";

    public static bool TryParse(string text, [NotNullWhen(true)] out LogstoreTarget? target)
    {
        target = text.Split('/') is [{ Length: > 0 } project, { Length: > 0 } logstore] ? new(project, logstore) : null;
        return target is not null;
    }

    /// <exception cref="Failure">It names no Logstore.</exception>
    public static LogstoreTarget Of(ParseResult parsed) =>
        TryParse(parsed.GetRequiredValue(Argument), out var target)
            ? target
            : throw new Failure($"{parsed.GetRequiredValue(Argument)}: must be PROJECT/LOGSTORE, such as network-logs/vpc-flows");
}
