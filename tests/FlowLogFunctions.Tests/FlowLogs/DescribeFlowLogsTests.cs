using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.FlowLogs;

[Collection(ApiCollection.Name)]
public sealed class DescribeFlowLogsTests(ApiFixture api)
{
    [Fact]
    public async Task EachFilter_FindsWhatFits()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        await scene.Account.PostAsync($"api/projects/{scene.Project}/logstores", new { name = "others" });
        var eni = await IdAsync(scene, ("name", "web-eni"), ("description", "Frontend"), ("tags", new[] { new { key = "team", value = "net" }, new { key = "env", value = "prod" } }));
        var vswitch = await IdAsync(scene, ("name", "db-vsw"), ("resourceType", "VSwitch"), ("resourceId", "vsw-1"), ("trafficType", "Drop"), ("tags", new[] { new { key = "team", value = "db" } }));
        var vpc = await IdAsync(scene, ("name", "whole-vpc"), ("resourceType", "VPC"), ("resourceId", "vpc-1"), ("logstore", "others"));
        var other = await IdAsync(scene, ("name", "Other-ENI"), ("resourceId", "eni-2"), ("trafficType", "Allow"), ("resourceGroupId", "rg-abc"));
        await scene.SettleAsync();
        (await scene.Account.PostAsync($"api/flowlogs/{other}/deactivate")).Expect(HttpStatusCode.OK);

        await FindsAsync(scene, "", eni, vswitch, vpc, other);
        await FindsAsync(scene, $"flowLogId={vpc}", vpc);
        await FindsAsync(scene, "name=eni", eni, other);
        await FindsAsync(scene, "description=FRONT", eni);
        await FindsAsync(scene, "resourceType=ENI", eni, other);
        await FindsAsync(scene, "resourceType=NetworkInterface", eni, other);
        await FindsAsync(scene, "resourceType=vswitch", vswitch);
        await FindsAsync(scene, "resourceId=eni-2", other);
        await FindsAsync(scene, "trafficType=Drop", vswitch);
        await FindsAsync(scene, $"project={scene.Project}", eni, vswitch, vpc, other);
        await FindsAsync(scene, "project=none");
        await FindsAsync(scene, "logstore=others", vpc);
        await FindsAsync(scene, "status=Active", eni, vswitch, vpc);
        await FindsAsync(scene, "status=Deactivating", other);
        await FindsAsync(scene, "vpcId=vpc-1", eni, vswitch, vpc);
        await FindsAsync(scene, "vpcId=vpc-2", other);
        await FindsAsync(scene, "resourceGroupId=rg-abc", other);
        await FindsAsync(scene, "tag=team", eni, vswitch);
        await FindsAsync(scene, "tag=team:net", eni);
        await FindsAsync(scene, "tag=team&tag=env:prod", eni);
        await FindsAsync(scene, "tag=team:net&tag=env:dev");
        await FindsAsync(scene, "name=eni&trafficType=Allow", other);
    }

    [Fact]
    public async Task Pages_FollowEachOther()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var ids = new List<string>();
        for (var number = 0; number < 5; number++)
            ids.Add(await IdAsync(scene, ("trafficType", number == 2 ? "Drop" : "All")));

        var first = await scene.Account.GetAsync("api/flowlogs?limit=3&trafficType=All");
        var second = await scene.Account.GetAsync($"api/flowlogs?limit=3&trafficType=All&cursor={first.Text("cursor")}");

        Assert.Equal((3, 1), (first.Items.Count, second.Items.Count));
        Assert.Null(second.Text("cursor"));
        Assert.Equal(
            ids.Where((_, number) => number != 2).Order(StringComparer.Ordinal),
            first.Items.Concat(second.Items).Select(item => item.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task BadParameters_AreAllNamed()
    {
        var answer = await api.NewAccount().GetAsync(
            "api/flowlogs?limit=0&status=Asleep&trafficType=x&resourceType=Bridge&colour=red&name=a&name=b&cursor=%21");

        Assert.Equal(
            [
                "colour UnknownParameter", "cursor Malformed", "limit ValueNotSupported", "name MoreThanOnce", "resourceType ValueNotSupported",
                "status ValueNotSupported", "trafficType ValueNotSupported",
            ],
            answer.Expect(HttpStatusCode.BadRequest, "InvalidParameter").Errors);
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("_w")]
    [InlineData("a")]
    [InlineData("%20")]
    public async Task CursorThatNoListGives_IsRefused(string cursor) =>
        Assert.Equal(["cursor Malformed"], (await api.NewAccount().GetAsync($"api/flowlogs?cursor={cursor}")).Expect(HttpStatusCode.BadRequest).Errors);

    [Theory]
    [InlineData("J28nLycvLy8_Iw")]
    [InlineData("fA")]
    [InlineData("8J-YgA")]
    public async Task MadeUpCursor_StaysWithinTheList(string cursor)
    {
        var scene = await FlowLogScene.CreateAsync(api);
        await scene.CreateFlowLogAsync(settled: false);

        var answer = (await scene.Account.GetAsync($"api/flowlogs?cursor={cursor}")).Expect(HttpStatusCode.OK);

        Assert.All(answer.Items, item => Assert.StartsWith("fl-", item.GetProperty("id").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fl-none")]
    [InlineData("fl-1%7C2")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("a%01b")]
    [InlineData("%27%20or%201%20eq%201")]
    public async Task UnknownId_IsNotFound(string id)
    {
        var account = api.NewAccount();

        (await account.GetAsync($"api/flowlogs/{id}")).Expect(HttpStatusCode.NotFound, "InvalidInstanceId.NotFound");
        (await account.DeleteAsync($"api/flowlogs/{id}")).Expect(HttpStatusCode.NotFound, "InvalidInstanceId.NotFound");
        (await account.PostAsync($"api/flowlogs/{id}/activate")).Expect(HttpStatusCode.NotFound, "InvalidInstanceId.NotFound");
    }

    [Fact]
    public async Task FlowLogOfAnotherAccountOrRegion_IsNotFound()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var path = await scene.CreateFlowLogAsync();
        var other = api.NewAccount();

        (await other.GetAsync(path)).Expect(HttpStatusCode.NotFound, "InvalidInstanceId.NotFound");
        (await other.PatchAsync(path, new { name = "mine-now" })).Expect(HttpStatusCode.NotFound);
        (await other.PostAsync($"{path}/deactivate")).Expect(HttpStatusCode.NotFound);
        (await other.DeleteAsync(path)).Expect(HttpStatusCode.NotFound);
        (await scene.Account.GetAsync($"{path}?regionId=us-east-1")).Expect(HttpStatusCode.NotFound);
        (await scene.Account.GetAsync($"{path}?regionId=mars")).Expect(HttpStatusCode.NotFound, "InvalidRegionId.NotFound");
        Assert.Empty((await other.GetAsync("api/flowlogs")).Items);
    }

    [Fact]
    public async Task FailedDelivery_IsShownWithItsReason()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var path = await scene.CreateFlowLogAsync();
        await DeliversAsync(scene, path, null);

        await scene.Account.DeleteAsync("api/authorization");
        await DeliversAsync(scene, path, "AuthorizationRevoked");
        await scene.Account.PostAsync("api/authorization");
        await DeliversAsync(scene, path, null);
        await scene.Account.DeleteAsync(scene.LogstorePath);
        await DeliversAsync(scene, path, "UnavaliableTarget");
        await scene.Account.DeleteAsync($"api/projects/{scene.Project}");
        await DeliversAsync(scene, path, "ProjectNotExist");
    }

    private static async Task DeliversAsync(FlowLogScene scene, string path, string? error)
    {
        var one = await scene.Account.GetAsync(path);
        Assert.Equal((error is null ? "SUCCESS" : "FAILED", error), (one.Text("deliveryStatus"), one.Text("deliveryErrorMessage")));
        Assert.Equal(one.Json.GetRawText(), Assert.Single((await scene.Account.GetAsync("api/flowlogs")).Items).GetRawText());
    }

    private static async Task<string> IdAsync(FlowLogScene scene, params (string Name, object? Value)[] other) =>
        (await scene.PostAsync(other)).Expect(HttpStatusCode.Created).Text("id")!;

    private static async Task FindsAsync(FlowLogScene scene, string query, params string[] ids) => Assert.Equal(
        ids.Order(StringComparer.Ordinal),
        (await scene.Account.GetAsync("api/flowlogs?" + query)).Expect(HttpStatusCode.OK).Items.Select(item => item.GetProperty("id").GetString()));
}
