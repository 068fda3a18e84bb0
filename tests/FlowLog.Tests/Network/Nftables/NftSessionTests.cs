using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Network.Nftables;

/// <summary>Sessions beside the kernel's connection tracking: answers pass both ways, and nothing passes as an answer that is none.</summary>
public sealed class NftSessionTests
{
    private const int ConversationsOfASet = 60;
    private const int SetsAtOnce = 25;
    private const int Attempts = 5;

    private static readonly int Times = Environment.GetEnvironmentVariable("FLOWLOG_LONG") == "1" ? 40 : 2;

    [RequiresNftFact]
    public void RandomConversations_AreJudgedAsTheKernelDoes()
    {
        var deciders = new Dictionary<string, int>();
        for (var time = 0; time < Times; time++)
        {
            var worlds = Enumerable.Range(0, SetsAtOnce).Select(set => new ValidNetwork(new Random(-1 - (time * SetsAtOnce) - set))).ToList();
            var random = new Random(time);
            var conversations = worlds.SelectMany((world, set) => Conversation.Of(set, world, random, ConversationsOfASet)).ToList();
            var probes = conversations.SelectMany((conversation, i) => conversation.Probes(i % ConversationsOfASet * 8)).ToList();
            var answers = Enumerable.Range(0, Attempts).Select(_ => Ask(worlds, probes)).FirstOrDefault(answers => probes.TrueForAll(answers.Has));
            Assert.True(answers is not null, $"Packets were lost in each of {Attempts} attempts.");
            Compare(worlds, probes, answers, deciders);
        }

        string[] all = ["answer that only the session lets pass", "answer that passes neither", "passed by a rule", "dropped by a rule"];
        Assert.All(all, decider => Assert.True(deciders.GetValueOrDefault(decider) >= 50, $"'{decider}' too seldom: {string.Join(", ", deciders)}"));
    }

    private static void Compare(List<ValidNetwork> worlds, List<Probe> probes, KernelAnswers answers, Dictionary<string, int> deciders)
    {
        var policies = worlds.ConvertAll(world => world.Policy());
        var sessions = worlds.ConvertAll(_ => new SessionTable());
        for (var i = 0; i < probes.Count; i++)
        {
            var (probe, policy) = (probes[i], policies[probes[i].Set]);
            var verdict = sessions[probe.Set].Judge(policy, probe.Flow, probe.Direction, i * 1_000L, i * 1_000L);
            var (action, ofSession) = (answers.Action(probe), answers.IsOfSession(probe));
            if (verdict.Action != action || (!ofSession && answers.Rule(probe) != verdict))
                Assert.Fail($"{probe.Direction} {probe.Flow}: {verdict}, but the kernel: {action}, {(ofSession ? "a session" : answers.Rule(probe))}");
            var alone = policy.Judge(probe.Flow, probe.Direction).Action;
            var kind = ofSession && alone == FlowAction.Reject ? "answer that only the session lets pass"
                : action == FlowAction.Reject && i > 0 && probes[i - 1].Flow == probe.Flow.Reversed ? "answer that passes neither"
                : action == FlowAction.Accept ? "passed by a rule"
                : "dropped by a rule";
            deciders[kind] = deciders.GetValueOrDefault(kind) + 1;
        }
    }

    /// <summary>Sends everything in order through a network of its own, whose memory is empty.</summary>
    private static KernelAnswers Ask(List<ValidNetwork> worlds, List<Probe> probes)
    {
        using var network = new KernelNetwork();
        network.Route(ValidNetwork.Own);
        var ruleset = new NftRuleset();
        for (var set = 0; set < worlds.Count; set++)
            ruleset.Add(set, worlds[set]);
        network.Load(ruleset.Stateful());
        // Sequence numbers mean nothing here.
        network.Set("netfilter/nf_conntrack_tcp_be_liberal", 1);
        using var eni = new PacketSocket(network.EniNamespace);
        using var world = new PacketSocket(network.WorldNamespace);
        var sending = new Thread(() =>
        {
            PacketSocket.StayOnOneProcessor();
            foreach (var probe in probes)
                (probe.Direction == Direction.Out ? eni : world).Send(probe.Frame);
        });
        sending.Start();
        sending.Join();
        return KernelAnswers.Read(network, "inet", ruleset.Verdicts);
    }
}
