using System.Net;
using FlowLogFunctions.Tests.Network;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.FlowLogs;

[Collection(ApiCollection.Name)]
public sealed class FlowLogResourcesTests(ApiFixture api)
{
    [Fact]
    public async Task ResourcesOfTheInventory_AreFoundWithTheirVpc_AndHeld()
    {
        var scene = await FlowLogScene.CreateAsync(api, network: false);
        var (vpc, vswitch, group) = await scene.Account.NetworkAsync();
        var eni = await scene.Account.EniAsync(vswitch, group);

        foreach (var (type, id) in new[] { ("VPC", vpc), ("VSwitch", vswitch), ("ENI", eni) })
            Assert.Equal(vpc, (await scene.PostAsync(("resourceType", type), ("resourceId", id))).Expect(HttpStatusCode.Created).Text("vpcId"));

        Assert.Equal(3, (await scene.Account.GetAsync($"api/flowlogs?vpcId={vpc}")).Items.Count);
        (await scene.Account.DeleteAsync($"api/enis/{eni}")).Expect(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task ResourceDeletedWhileAFlowLogIsMadeOnIt_IsGoneOrHeld_NeverBoth()
    {
        var scene = await FlowLogScene.CreateAsync(api, network: false);
        var (_, vswitch, group) = await scene.Account.NetworkAsync();
        for (var turn = 0; turn < 5; turn++)
        {
            var eni = await scene.Account.EniAsync(vswitch, group);

            var made = scene.PostAsync(("resourceId", eni));
            var deleted = scene.Account.DeleteAsync($"api/enis/{eni}");

            Assert.Contains(
                ((await made).Status, (await deleted).Status),
                new[] { (HttpStatusCode.Created, HttpStatusCode.Conflict), (HttpStatusCode.BadRequest, HttpStatusCode.NoContent) });
        }
    }
}
