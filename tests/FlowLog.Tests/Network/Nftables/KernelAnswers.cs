using System.Text.Json;
using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Network.Nftables;

/// <summary>What the kernel did with each packet: which of its rules matched, and whether it went on.</summary>
internal sealed class KernelAnswers
{
    private readonly Dictionary<string, int> _rules;
    private readonly HashSet<string> _passed;
    private readonly IReadOnlyList<Verdict> _verdicts;

    private KernelAnswers(Dictionary<string, int> rules, HashSet<string> passed, IReadOnlyList<Verdict> verdicts) =>
        (_rules, _passed, _verdicts) = (rules, passed, verdicts);

    public static KernelAnswers Read(KernelNetwork network, string family, IReadOnlyList<Verdict> verdicts)
    {
        var rules = Elements(network.List(family, "hits")).Select(element => element.GetProperty("concat"))
            .ToDictionary(pair => pair[0].GetString()!, pair => pair[1].GetInt32());
        return new(rules, [.. Elements(network.List(family, "passed")).Select(element => element.GetString()!)], verdicts);
    }

    public bool Has(Probe probe) => _rules.ContainsKey(probe.Mac);

    /// <summary>Whether it passed as part of a session.</summary>
    public bool IsOfSession(Probe probe) => _rules[probe.Mac] == 0;

    /// <summary>Whether it went on to the next hook.</summary>
    public FlowAction Action(Probe probe) => _passed.Contains(probe.Mac) ? FlowAction.Accept : FlowAction.Reject;

    /// <summary>The rule that matched.</summary>
    public Verdict Rule(Probe probe) => _verdicts[_rules[probe.Mac]];

    private static IEnumerable<JsonElement> Elements(string json)
    {
        foreach (var item in JsonDocument.Parse(json).RootElement.GetProperty("nftables").EnumerateArray())
            if (item.TryGetProperty("set", out var set) && set.TryGetProperty("elem", out var elements))
                foreach (var element in elements.EnumerateArray())
                    yield return element.ValueKind == JsonValueKind.Object && element.TryGetProperty("elem", out var inner) ? inner.GetProperty("val") : element;
    }
}
