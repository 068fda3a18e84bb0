using FlowLog.Cli.Rules;
using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Cli.Tests.Rules;

public sealed class RulesFileTests : IDisposable
{
    private const string Rule = """{"id":"r1","direction":"ingress","protocol":"tcp","portRange":"22/22","cidr":"203.0.113.0/24","priority":5}""";

    private static readonly IpAddress Own = IpAddress.Parse("10.0.0.5");
    private static readonly FiveTuple Ssh = new(IpAddress.Parse("203.0.113.9"), Own, 40000, 22, 6);

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("""{"id":"sg-a","rules":[RULE]}""")]
    [InlineData("""[{"id":"sg-a","type":"Normal","rules":[RULE]}]""")]
    [InlineData("""{"items":[{"id":"sg-a","type":"enterprise","version":3,"updatedAt":"2026-01-01T00:00:00Z","rules":[RULE]}],"cursor":null}""")]
    [InlineData("""{"securityGroups":[{"name":"web","rules":[RULE]}],"prefixLists":[],"members":{}}""")]
    public void EveryShape_IsRead(string json) =>
        Assert.Equal((FlowAction.Accept, "r1"), Decide(json.Replace("RULE", Rule, StringComparison.Ordinal), Ssh));

    [Fact]
    public void GroupsAndLists_AreResolved()
    {
        const string Json = """
            {
              // comments may stand here
              "securityGroups": [{"id": "sg-a", "rules": [
                {"id": "by-group", "direction": "ingress", "protocol": "tcp", "portRange": "22/22", "sourceGroupId": "sg-b"},
                {"id": "by-list", "direction": "ingress", "protocol": "udp", "portRange": "53/53", "prefixListId": "pl-a"}
              ]}],
              "prefixLists": [{"id": "pl-a", "entries": ["198.51.100.0/24"]}],
              "members": {"sg-b": ["203.0.113.9"]}
            }
            """;

        Assert.Equal("by-group", Decide(Json, Ssh).RuleId);
        Assert.Equal("by-list", Decide(Json, new(IpAddress.Parse("198.51.100.7"), Own, 999, 53, 17)).RuleId);
        Assert.Equal("default-ingress-drop", Decide(Json, Ssh with { Source = IpAddress.Parse("203.0.113.10") }).RuleId);
    }

    [Fact]
    public void Versions_AreInForceFromTheirTime()
    {
        var json = $$"""
            [{"id":"sg-a","version":1,"updatedAt":"1970-01-01T00:00:01Z","rules":[{{Rule}}]},
             {"id":"sg-a","version":2,"updatedAt":"1970-01-01T00:00:05Z","rules":[]}]
            """;
        var history = RulesFile.Read(_shell.Write("rules.json", json), [Own]);

        Assert.Equal(("r1", 1), Of(history.At(4999).Judge(Ssh, Direction.In)));
        Assert.Equal(("default-ingress-drop", 0), Of(history.At(5000).Judge(Ssh, Direction.In)));
    }

    [Fact]
    public void EveryProblem_IsSaidAtOnce()
    {
        var file = _shell.Write("rules.json", """
            [{"type":"basic","rules":[
              {"protocol":"tpc","portRange":"0/1","priority":"x"},
              {"direction":"ingress","protocol":"icmp","cidr":"10.0.0.1/8","policy":"reject"}]}]
            """);

        var failure = Assert.Throws<Failure>(() => RulesFile.Read(file, [Own]));
        Assert.All(
            ["$[0].type", "rules[0].direction", "rules[0].protocol", "rules[0].portRange", "rules[0].priority", "rules[1].cidr", "rules[1].policy"],
            place => Assert.Contains(place, failure.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("""{"rules":7}""")]
    [InlineData("""{"securityGroups":{},"members":[]}""")]
    [InlineData("[[[[[]]]]]")]
    public void WhatIsNoRules_Fails(string json) => Assert.Throws<Failure>(() => RulesFile.Read(_shell.Write("rules.json", json), [Own]));

    [Fact]
    public void SpoiltRules_AreReadOrFail_AndNothingElse()
    {
        var random = new Random(6);
        var valid = $$$"""{"securityGroups":[{"id":"sg-a","version":2,"updatedAt":"2026-01-01","rules":[{{{Rule}}}]}],"prefixLists":[{"id":"pl-a","entries":["10.0.0.0/8"]}],"members":{"sg-b":["10.0.0.1"]}}""";
        for (var turn = 0; turn < 3000; turn++)
        {
            var text = valid.ToCharArray();
            for (var flips = random.Next(1, 5); flips > 0; flips--)
                text[random.Next(text.Length)] = "{}[]\":,0-9ea/ "[random.Next(14)];
            var file = _shell.Write("rules.json", new string(text, 0, random.Next(8) == 0 ? random.Next(text.Length) : text.Length));
            var failure = Record.Exception(() => RulesFile.Read(file, [Own]));
            Assert.True(failure is null or Failure, $"{new string(text)}: {failure}");
        }
    }

    private (FlowAction Action, string RuleId) Decide(string json, FiveTuple flow)
    {
        var verdict = RulesFile.Read(_shell.Write("rules.json", json), [Own]).At(0).Judge(flow, Direction.In);
        return (verdict.Action, verdict.RuleId);
    }

    private static (string RuleId, int Version) Of(Verdict verdict) => (verdict.RuleId, verdict.RuleVersion);
}
