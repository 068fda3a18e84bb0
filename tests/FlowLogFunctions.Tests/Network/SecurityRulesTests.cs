using System.Net;
using FlowLog.Flows;
using FlowLog.Network;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Network;

[Collection(ApiCollection.Name)]
public sealed class SecurityRulesTests(ApiFixture fixture)
{
    private readonly ApiClient _api = fixture.NewAccount();

    [Fact]
    public async Task History_JudgesByTheVersionOfTheTime()
    {
        var (_, vswitch, group) = await _api.NetworkAsync();
        var eni = await _api.EniAsync(vswitch, group, "10.0.1.5");
        object[] rules = [new { direction = "ingress", protocol = "tcp", portRange = "22/22", cidr = "192.0.2.0/24" }];
        var changed = (await _api.PutAsync($"/api/securitygroups/{group}/rules", new { rules })).Expect(HttpStatusCode.OK);
        var time = changed.Json.GetProperty("updatedAt").GetDateTimeOffset().ToUnixTimeMilliseconds();

        var history = await HistoryAsync(eni);

        var flow = new FiveTuple(IpAddress.Parse("192.0.2.9"), IpAddress.Parse("10.0.1.5"), 40000, 22, 6);
        Assert.Equal(new Verdict(FlowAction.Accept, changed.Rules()[0].Id(), 2), history.At(time).Judge(flow, Direction.In));
        Assert.Equal(DefaultRules.IngressDrop, history.At(time - 1).Judge(flow, Direction.In).RuleId);
    }

    [Fact]
    public async Task History_KnowsMembersAndPrefixListsThatRulesName()
    {
        var (vpc, vswitch, peers) = await _api.NetworkAsync();
        var list = (await _api.PostAsync("/api/prefixlists", new { entries = new[] { "198.51.100.0/24" } })).Text("id");
        var group = await _api.GroupAsync(
            vpc, "normal",
            new { direction = "ingress", protocol = "tcp", portRange = "80/80", groupId = peers },
            new { direction = "ingress", protocol = "udp", portRange = "53/53", prefixListId = list });
        await _api.EniAsync(vswitch, peers, "10.0.1.9", "10.0.1.10");
        var eni = await _api.EniAsync(vswitch, group, "10.0.1.5");
        await _api.EniAsync(vswitch, group, "10.0.1.6");

        var policy = (await HistoryAsync(eni)).At(long.MaxValue);

        FlowAction Judge(string source, ushort port, byte protocol) =>
            policy.Judge(new FiveTuple(IpAddress.Parse(source), IpAddress.Parse("10.0.1.5"), 40000, port, protocol), Direction.In).Action;
        Assert.Equal(FlowAction.Accept, Judge("10.0.1.10", 80, 6));
        Assert.Equal(FlowAction.Reject, Judge("10.0.1.10", 81, 6));
        Assert.Equal(FlowAction.Accept, Judge("198.51.100.7", 53, 17));
        Assert.Equal(FlowAction.Reject, Judge("203.0.113.7", 53, 17));
        Assert.Equal(FlowAction.Accept, Judge("10.0.1.6", 81, 6));
    }

    [Fact]
    public async Task History_KnowsWhoWasAMemberAndWhatWasOnAListBefore()
    {
        var (vpc, vswitch, peers) = await _api.NetworkAsync();
        var list = (await _api.PostAsync("/api/prefixlists", new { entries = new[] { "198.51.100.0/24" } })).Text("id");
        var group = await _api.GroupAsync(
            vpc, "normal",
            new { direction = "ingress", protocol = "tcp", portRange = "80/80", groupId = peers },
            new { direction = "ingress", protocol = "tcp", portRange = "80/80", prefixListId = list });
        var moved = await _api.EniAsync(vswitch, peers, "10.0.1.9");
        var deleted = await _api.EniAsync(vswitch, peers, "10.0.1.8");
        var eni = await _api.EniAsync(vswitch, group, "10.0.1.5");

        var before = DateTimeOffset.UtcNow;
        await Task.Delay(5);
        (await _api.PatchAsync($"/api/enis/{moved}", new { privateIpAddresses = new[] { "10.0.1.19" } })).Expect(HttpStatusCode.OK);
        (await _api.DeleteAsync($"/api/enis/{deleted}")).Expect(HttpStatusCode.NoContent);
        (await _api.PatchAsync($"/api/prefixlists/{list}", new { entries = new[] { "203.0.113.0/24" } })).Expect(HttpStatusCode.OK);
        var taken = await _api.EniAsync(vswitch, group, "10.0.1.8");

        var history = await HistoryAsync(eni);

        string[] sources = ["10.0.1.9", "10.0.1.19", "10.0.1.8", "198.51.100.1", "203.0.113.1"];
        Assert.Equal("rule none rule rule none", Deciders(history.At(before.ToUnixTimeMilliseconds())));
        Assert.Equal("none rule inner none rule", Deciders(history.At(DateTimeOffset.UtcNow.AddSeconds(1).ToUnixTimeMilliseconds())));
        Assert.NotEqual(taken, deleted);

        string Deciders(AccessPolicy policy) => string.Join(' ', sources.Select(source =>
            policy.Judge(new FiveTuple(IpAddress.Parse(source), IpAddress.Parse("10.0.1.5"), 40000, 80, 6), Direction.In)).Select(verdict =>
            verdict.RuleVersion > 0 ? "rule" : verdict.RuleId == DefaultRules.InnerAccept ? "inner" : "none"));
    }

    [Fact]
    public async Task History_KnowsTheGroupsThatTheEniWasIn()
    {
        var (vpc, vswitch, first) = await _api.NetworkAsync();
        var second = await _api.GroupAsync(vpc, "normal", new { direction = "ingress", protocol = "all", portRange = "-1/-1", cidr = "0.0.0.0/0" });
        var eni = await _api.EniAsync(vswitch, first, "10.0.1.5");
        var before = DateTimeOffset.UtcNow;
        await Task.Delay(5);
        (await _api.PatchAsync($"/api/enis/{eni}", new { securityGroupIds = new[] { second } })).Expect(HttpStatusCode.OK);

        var history = await HistoryAsync(eni);

        var flow = new FiveTuple(IpAddress.Parse("192.0.2.9"), IpAddress.Parse("10.0.1.5"), 40000, 22, 6);
        Assert.Equal(FlowAction.Reject, history.At(before.ToUnixTimeMilliseconds()).Judge(flow, Direction.In).Action);
        Assert.Equal(FlowAction.Reject, history.At(0).Judge(flow, Direction.In).Action);
        Assert.Equal(FlowAction.Accept, history.At(DateTimeOffset.UtcNow.AddSeconds(1).ToUnixTimeMilliseconds()).Judge(flow, Direction.In).Action);
    }

    private async Task<SecurityGroupHistory> HistoryAsync(string id)
    {
        var scope = new Scope(_api.AccountId, "cn-hangzhou");
        var eni = await fixture.Get<EniStore>().FindAsync(scope, id, CancellationToken.None);
        return await fixture.Get<SecurityRules>().OfEniAsync(scope, eni!.Value, CancellationToken.None);
    }
}
