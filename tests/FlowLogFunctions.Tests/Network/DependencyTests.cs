using System.Net;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Network;

[Collection(ApiCollection.Name)]
public sealed class DependencyTests(ApiFixture fixture)
{
    private readonly ApiClient _api = fixture.NewAccount();

    [Fact]
    public async Task Vpc_IsHeldByVSwitchesGroupsAndFlowLogs()
    {
        var (vpc, vswitch, group) = await _api.NetworkAsync();
        await AddFlowLogAsync("fl-one", "VPC", vpc);

        await AssertHeldAsync($"/api/vpcs/{vpc}", vswitch, group, "fl-one");
    }

    [Fact]
    public async Task VSwitch_IsHeldByEnisAndFlowLogs()
    {
        var (_, vswitch, group) = await _api.NetworkAsync();
        var eni = await _api.EniAsync(vswitch, group);
        await AddFlowLogAsync("fl-one", "VSwitch", vswitch);

        await AssertHeldAsync($"/api/vswitches/{vswitch}", eni, "fl-one");
    }

    [Fact]
    public async Task Eni_IsHeldByItsFlowLogs()
    {
        var (_, vswitch, group) = await _api.NetworkAsync();
        var eni = await _api.EniAsync(vswitch, group);
        await AddFlowLogAsync("fl-one", "ENI", eni);
        await AddFlowLogAsync("fl-two", "VSwitch", vswitch);

        await AssertHeldAsync($"/api/enis/{eni}", "fl-one");
    }

    [Fact]
    public async Task Group_IsHeldByEnisAndRulesOfOtherGroups()
    {
        var (vpc, vswitch, group) = await _api.NetworkAsync();
        var eni = await _api.EniAsync(vswitch, group);
        var other = await _api.GroupAsync(vpc, "normal", new { direction = "egress", protocol = "all", groupId = group });

        await AssertHeldAsync($"/api/securitygroups/{group}", eni, other);
    }

    [Fact]
    public async Task Group_IsNotHeldByItsOwnRules()
    {
        var (_, _, group) = await _api.NetworkAsync();
        object[] rules = [new { direction = "ingress", protocol = "all", groupId = group }];
        (await _api.PutAsync($"/api/securitygroups/{group}/rules", new { rules })).Expect(HttpStatusCode.OK);

        (await _api.DeleteAsync($"/api/securitygroups/{group}")).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task PrefixList_IsHeldByRules()
    {
        var list = (await _api.PostAsync("/api/prefixlists", new { entries = new[] { "10.0.0.0/8" } })).Text("id")!;
        var group = await _api.GroupAsync(await _api.VpcAsync(), "normal", new { direction = "ingress", protocol = "all", prefixListId = list });

        await AssertHeldAsync($"/api/prefixlists/{list}", group);

        (await _api.PutAsync($"/api/securitygroups/{group}/rules", new { rules = Array.Empty<object>() })).Expect(HttpStatusCode.OK);
        (await _api.DeleteAsync($"/api/prefixlists/{list}")).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Holders_OfAnotherAccount_DoNotHold()
    {
        var vpc = await _api.VpcAsync();
        await AddFlowLogAsync("fl-one", "VPC", vpc, fixture.NewAccount());

        (await _api.DeleteAsync($"/api/vpcs/{vpc}")).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task DeleteAndReference_AtTheSameTime_NeverBothHappen()
    {
        for (var round = 0; round < 6; round++)
        {
            var vpc = await _api.VpcAsync();
            var made = _api.PostAsync("/api/vswitches", new { vpcId = vpc, cidrBlock = "10.0.1.0/24" });
            var deleted = _api.DeleteAsync($"/api/vpcs/{vpc}");

            var (madeStatus, deletedStatus) = ((await made).Status, (await deleted).Status);

            Assert.Contains((madeStatus, deletedStatus), new[]
            {
                (HttpStatusCode.Created, HttpStatusCode.Conflict),
                (HttpStatusCode.BadRequest, HttpStatusCode.NoContent),
            });
        }
    }

    private async Task AssertHeldAsync(string path, params string[] holders)
    {
        var answer = (await _api.DeleteAsync(path)).Expect(HttpStatusCode.Conflict, "DependencyViolation");
        Assert.Equal(holders.Select(holder => $"{holder} DependencyViolation").Order(StringComparer.Ordinal), answer.Errors);
        (await _api.GetAsync(path)).Expect(HttpStatusCode.OK);
    }

    /// <summary>A row such as the flow logs' own code writes it.</summary>
    private Task AddFlowLogAsync(string id, string resourceType, string resourceId, ApiClient? owner = null) =>
        fixture.Get<ControlTable>().PutAsync(
            ControlKeys.Partition(new Scope((owner ?? _api).AccountId, "cn-hangzhou")),
            ControlKeys.Row("flowlog", id),
            new { id, name = "flows", resourceType, resourceId, state = "Inactive" },
            CancellationToken.None);
}
