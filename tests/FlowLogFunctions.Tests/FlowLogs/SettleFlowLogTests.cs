using System.Text;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.FlowLogs;

[Collection(ApiCollection.Name)]
public sealed class SettleFlowLogTests(ApiFixture api)
{
    [Fact]
    public async Task MessageDeliveredAgain_ChangesNothing()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var path = await scene.CreateFlowLogAsync();
        var etag = (await scene.Account.GetAsync(path)).ETag;

        await SettleAsync(scene.Scope, path);

        Assert.Equal(etag, (await scene.Account.GetAsync(path)).ETag);
    }

    [Fact]
    public async Task MessagesAtTheSameTime_SettleOnce()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var path = await scene.CreateFlowLogAsync(settled: false);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SettleAsync(scene.Scope, path)));

        Assert.Equal("Active", (await scene.Account.GetAsync(path)).Text("status"));
    }

    [Fact]
    public async Task MessageOfAFlowLogThatIsGone_IsDone()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var path = await scene.CreateFlowLogAsync();
        await scene.Account.DeleteAsync(path);
        await scene.SettleAsync();

        await SettleAsync(scene.Scope, path);
        await SettleAsync(new Scope("nobody", "nowhere"), path);

        Assert.Empty((await scene.Account.GetAsync("api/flowlogs")).Items);
    }

    [Fact]
    public async Task MalformedMessage_IsNotTaken() =>
        await Assert.ThrowsAsync<FlowLogChangeException>(
            () => new SettleFlowLogFunction(api.Get<SettleFlowLog>()).SettleAsync(Encoding.UTF8.GetBytes("{\"kind\":1}"), default));

    private Task SettleAsync(Scope scope, string path) => new SettleFlowLogFunction(api.Get<SettleFlowLog>())
        .SettleAsync(new FlowLogChange(scope.AccountId, scope.Region, path["api/flowlogs/".Length..]).Write().ToArray(), default);
}
