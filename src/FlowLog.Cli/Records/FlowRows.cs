using FlowLog.Cli.Rules;
using FlowLog.Flows;
using FlowLog.Network;
using FlowLog.Packets;

namespace FlowLog.Cli.Records;

/// <summary>Makes rows of flows: with the direction that the ENI's addresses give, and the verdict of its security groups.</summary>
internal sealed class FlowRows
{
    private readonly HashSet<IpAddress> _own;
    private readonly bool _withMulticast;
    private readonly FlowJudge? _judge;

    private FlowRows(RecordsRequest request)
    {
        _own = [.. request.EniAddresses];
        _withMulticast = request.Multicast;
        if (request.RulesFile is { } rules)
            _judge = new(RulesFile.Read(rules, request.EniAddresses), _own, new SessionTable(latenessNs: FlowJudge.LatenessNs));
    }

    /// <summary>Packets to multicast groups that were left out.</summary>
    public long MulticastPackets { get; private set; }

    /// <exception cref="Failure">The rules are wrong, or do not say whose they are.</exception>
    public static FlowRows Of(RecordsRequest request) => request is { RulesFile: not null, EniAddresses: [] }
        ? throw new Failure("--rules needs --eni-address: rules are for what comes to an ENI and what leaves it")
        : new(request);

    public IEnumerable<FlowRow> Of(IEnumerable<FlowTotals> flows)
    {
        return Of(_judge is not null ? _judge.Judge([.. flows]) : flows.Select(flow => new JudgedFlow(flow, Direction.None, Verdict.None)));
    }

    /// <summary>Flows of a foreign flow log, with its verdicts; a direction that it does not say is the addresses'.</summary>
    public IEnumerable<FlowRow> Of(IEnumerable<JudgedFlow> flows)
    {
        foreach (var judged in flows)
        {
            if (!IsKept(judged.Flow))
                continue;
            var isKnown = judged.Direction != Direction.None || _own.Count == 0;
            yield return new(judged.Flow, isKnown ? judged.Direction : FlowDirection.Of(judged.Flow.Flow, _own), judged.Verdict);
        }
    }

    private bool IsKept(in FlowTotals flow)
    {
        if (_withMulticast || !flow.Flow.Destination.IsMulticast)
            return true;
        MulticastPackets += flow.Packets;
        return false;
    }
}
