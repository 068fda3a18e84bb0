using System.Globalization;
using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Network;

/// <summary>One case of Cases/rules.cases, whose head explains the lines.</summary>
public sealed class RuleCase
{
    private readonly List<SecurityGroup> _groups = [];
    private readonly Dictionary<string, IpAddress[]> _members = [];
    private readonly List<PrefixList> _lists = [];
    private readonly List<string> _flows = [];
    private bool _smtp;

    public static IReadOnlyDictionary<string, RuleCase> All { get; } = Read(Path.Combine(Root(), "tests/FlowLog.Tests/Cases/rules.cases"));

    /// <summary>Each flow line, and the same line with the verdict that the policy gave.</summary>
    public IEnumerable<(string Expected, string Actual)> Judged()
    {
        var policy = new AccessPolicy(_groups, id => _members.GetValueOrDefault(id, []), _lists, _smtp);
        foreach (var line in _flows)
        {
            var question = line[..line.IndexOf('=', StringComparison.Ordinal)];
            var (flow, direction) = Flow(question.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            var verdict = policy.Judge(flow, direction);
            yield return (line, $"{question}= {verdict.Action.ToString().ToLowerInvariant()} {verdict.RuleId}@{verdict.RuleVersion}");
        }
    }

    private static Dictionary<string, RuleCase> Read(string path)
    {
        var cases = new Dictionary<string, RuleCase>();
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith("case ", StringComparison.Ordinal))
                cases.Add(line[5..], new RuleCase());
            else
                cases.Values.Last().Add(line, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        return cases;
    }

    private void Add(string line, string[] words)
    {
        switch (words[0])
        {
            case "group":
                _groups.Add(new SecurityGroup
                {
                    Id = words[1],
                    Type = Enum.Parse<SecurityGroupType>(words[2], true),
                    InnerAccess = Enum.Parse<InnerAccess>(words[3], true),
                    Version = int.Parse(words[4].TrimEnd(':'), CultureInfo.InvariantCulture),
                });
                _members[words[1]] = [.. words[5..].Select(IpAddress.Parse)];
                break;
            case "rule":
                _groups[^1] = _groups[^1] with { Rules = [.. _groups[^1].Rules, Rule(words)] };
                break;
            case "members":
                _members[words[1].TrimEnd(':')] = [.. words[2..].Select(IpAddress.Parse)];
                break;
            case "list":
                _lists.Add(new PrefixList(words[1].TrimEnd(':'), [.. words[2..].Select(Cidr.Parse)]));
                break;
            case "smtp":
                _smtp = true;
                break;
            default:
                _flows.Add(line);
                break;
        }
    }

    private static SecurityRule Rule(string[] words)
    {
        var direction = Enum.Parse<RuleDirection>(words[2], true);
        var own = Peer(words.SingleOrDefault(word => word.StartsWith("own=", StringComparison.Ordinal))?[4..] ?? "any");
        var peer = Peer(words[5]);
        return new SecurityRule
        {
            Id = words[1],
            Direction = direction,
            Protocol = Protocol(words[3]),
            Ports = Ports(words[4]),
            SourcePorts = Ports(words.SingleOrDefault(word => word.StartsWith("sport=", StringComparison.Ordinal))?[6..] ?? "-1/-1"),
            Source = direction == RuleDirection.Ingress ? peer : own,
            Destination = direction == RuleDirection.Ingress ? own : peer,
            Policy = Enum.Parse<RulePolicy>(words[6], true),
            Priority = int.Parse(words[7], CultureInfo.InvariantCulture),
        };
    }

    private static RulePeer Peer(string text) => text.Split('+').Aggregate(RulePeer.Any, (peer, word) => word switch
    {
        "any" => peer,
        _ when word.StartsWith("sg-", StringComparison.Ordinal) => peer with { GroupId = word },
        _ when word.StartsWith("pl-", StringComparison.Ordinal) => peer with { PrefixListId = word },
        _ => peer with { Cidr = Cidr.Parse(word) },
    });

    private static (FiveTuple Flow, Direction Direction) Flow(string[] words)
    {
        var flow = new FiveTuple(
            IpAddress.Parse(words[2]), IpAddress.Parse(words[4]), Port(words[3]), Port(words[5]), Protocol(words[1]).Number!.Value);
        return (flow, Enum.Parse<Direction>(words[0], true));
    }

    private static ushort Port(string text) => ushort.Parse(text, CultureInfo.InvariantCulture);

    private static PortRange Ports(string text) => PortRange.TryParse(text, out var range) ? range : throw new FormatException(text);

    private static RuleProtocol Protocol(string text) =>
        RuleProtocol.TryParse(text, out var protocol) ? protocol : throw new FormatException(text);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "FlowLogFunctions.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
