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
        var kept = flows.Where(IsKept);
        if (_judge is not null)
            return _judge.Judge([.. kept]).Select(judged => new FlowRow(judged.Flow, judged.Direction, judged.Verdict));
        return kept.Select(flow => new FlowRow(flow, _own.Count == 0 ? Direction.None : FlowDirection.Of(flow.Flow, _own), Verdict.None));
    }

    /// <summary>Flows of a foreign flow log, with its verdicts; a direction that it does not say is the addresses'.</summary>
    public IEnumerable<FlowRow> Of(IEnumerable<JudgedFlow> flows) =>
        from judged in flows
        where IsKept(judged.Flow)
        let direction = judged.Direction == Direction.None && _own.Count > 0 ? FlowDirection.Of(judged.Flow.Flow, _own) : judged.Direction
        select new FlowRow(judged.Flow, direction, judged.Verdict);

    private bool IsKept(FlowTotals flow)
    {
        if (_withMulticast || !flow.Flow.Destination.IsMulticast)
            return true;
        MulticastPackets += flow.Packets;
        return false;
    }
}
