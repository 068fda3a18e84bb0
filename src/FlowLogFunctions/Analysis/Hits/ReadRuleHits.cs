using FlowLog.Scan;
using FlowLogFunctions.Analysis.Queries;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ledger;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Analysis.Hits;

/// <summary>What each rule of a security group, and its defaults, decided in a time range, by the records of the VPC's Logstores.</summary>
internal sealed class ReadRuleHits(
    SecurityGroupStore groups, SecurityGroupVersionStore versions, GroupMembers members, VpcLogstores vpcLogstores, QueryGate gate, LogstoreWork logstoreWork)
{
    public async Task<Outcome<RuleHits>> RunAsync(Caller caller, string groupId, TimeRange range, CancellationToken cancellation)
    {
        if (!(await groups.GetAsync(caller.Scope, groupId, cancellation)).Is(out var found, out var refusal))
            return refusal;
        return await gate.RunAsync(stop => ReadAsync(caller.Scope, found.Value, range, stop), cancellation);
    }

    private async Task<RuleHits> ReadAsync(Scope scope, SecurityGroupItem group, TimeRange range, CancellationToken stop)
    {
        var everyId = await versions.AllAsync(scope, group.Id, stop).SelectMany(version => version.Value.Rules).Select(rule => rule.Id).ToHashSetAsync(cancellationToken: stop);
        var rules = new GroupRules(group, everyId);
        var records = rules.Records(await members.RecordsAsync(scope, group, range, stop));
        var asked = await vpcLogstores.OfAsync(scope, group.VpcId, stop);
        var hits = new HitSums();
        var completeness = new List<CompletenessTotals>();
        foreach (var logstore in asked)
            completeness.Add(await AddAsync(hits, scope, logstore, range, records, stop));
        return new(
            DateTimeOffset.FromUnixTimeSeconds(range.From), DateTimeOffset.FromUnixTimeSeconds(range.To), rules.Items(hits.Total()),
            [.. asked.Select(logstore => new AskedLogstore(logstore.Project, logstore.Name))], completeness.MaxBy(totals => totals.Share ?? -1));
    }

    private async Task<CompletenessTotals> AddAsync(HitSums hits, Scope scope, Logstore logstore, TimeRange range, FlowPredicate records, CancellationToken stop)
    {
        var answer = await logstoreWork.RunAsync(scope, logstore, range, async (part, cancellation) =>
        {
            var groups = await part.GroupAsync(HitSums.QueryOf(FlowPredicate.And(part.Within, records)), cancellation);
            return (groups.Table.Rows, groups.Counts);
        }, stop);
        hits.Add(answer.Value);
        return answer.Completeness;
    }
}
