using FlowLog.Flows;

namespace FlowLog.Tests.Network.Nftables;

/// <summary>The verdicts of the product beside those of the Linux kernel, on packets that were really sent.</summary>
public sealed class NftablesTests
{
    private const int Packets = 120;

    /// <summary>Rule sets, so many at once, so many times.</summary>
    private const int AtOnce = 100;
    private static readonly int Times = Environment.GetEnvironmentVariable("FLOWLOG_LONG") == "1" ? 60 : 3;

    [RequiresNftFact]
    public void RandomRules_AreJudgedAsTheKernelDoes()
    {
        using var network = new KernelNetwork();
        var deciders = new Dictionary<string, int>();
        for (var time = 0; time < Times; time++)
        {
            var ruleset = new NftRuleset();
            var worlds = Enumerable.Range(0, AtOnce).Select(set => new ValidNetwork(new Random((time * AtOnce) + set))).ToList();
            worlds.ForEach(world => ruleset.Add(worlds.IndexOf(world), world));
            network.Load(ruleset.Stateless());
            var probes = worlds.SelectMany((world, set) => Probes(world, set)).ToList();
            var policies = worlds.ConvertAll(world => world.Policy());
            var answers = SendAll(network, ruleset, probes);
            foreach (var probe in probes)
            {
                var expected = (answers.Rule(probe), answers.Action(probe));
                var verdict = policies[probe.Set].Judge(probe.Flow, probe.Direction);
                if (expected != (verdict, verdict.Action))
                    Assert.Fail($"Rule set {(time * AtOnce) + probe.Set}: {probe.Direction} {probe.Flow}: {verdict}, but the kernel: {expected}.");
                var decider = verdict.RuleVersion > 0 ? $"rule {verdict.Action}" : verdict.RuleId;
                deciders[decider] = deciders.GetValueOrDefault(decider) + 1;
            }

            network.Clear("netdev");
        }

        string[] all = ["rule Accept", "rule Reject", "platform-smtp-drop", "inner-access-accept", "inner-access-drop", "default-ingress-drop", "default-egress-accept", "default-egress-drop"];
        Assert.All(all, decider => Assert.True(deciders.GetValueOrDefault(decider) >= 20, $"'{decider}' decided too little: {string.Join(", ", deciders)}"));
    }

    private static IEnumerable<Probe> Probes(ValidNetwork world, int set) => Enumerable.Range(0, Packets).Select(number =>
    {
        var direction = number % 2 == 0 ? Direction.In : Direction.Out;
        return Probe.Of(set, number, direction, world.Flow(direction), isAnswer: number % 3 == 0);
    });

    /// <summary>A packet that the machine lost under way is sent again: without memory that changes nothing.</summary>
    private static KernelAnswers SendAll(KernelNetwork network, NftRuleset ruleset, IReadOnlyList<Probe> probes)
    {
        using var eni = new PacketSocket(network.EniNamespace);
        using var world = new PacketSocket(network.WorldNamespace);
        var left = probes.ToList();
        for (var attempt = 0; ; attempt++)
        {
            foreach (var probe in left)
                (probe.Direction == Direction.Out ? eni : world).Send(probe.Frame);
            var answers = KernelAnswers.Read(network, "netdev", ruleset.Verdicts);
            left.RemoveAll(answers.Has);
            if (left.Count == 0)
                return answers;
            Assert.True(attempt < 20, $"{left.Count} of {probes.Count} packets were lost, such as {left[0].Direction} {left[0].Flow}");
        }
    }
}
