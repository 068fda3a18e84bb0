using FlowLogFunctions.Capture;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.FlowLogs;

[Collection(ApiCollection.Name)]
public sealed class RepairFlowLogsTests(ApiFixture api)
{
    [Theory]
    [InlineData(29, "Activating")]
    [InlineData(30, "Active")]
    public async Task PassingState_IsSettledAfterThirtySeconds(int seconds, string status)
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var path = await scene.CreateFlowLogAsync(settled: false);
        var since = (await scene.Account.GetAsync(path)).Json.GetProperty("statusChangedAt").GetDateTimeOffset();

        await new RepairFlowLogs(api.Get<FlowLogStore>(), api.Get<ForgetEndedFlowLogs>(), api.Get<SettleFlowLog>(), new FixedTime(since.AddSeconds(seconds))).RunAsync(scene.Scope, default);

        Assert.Equal(status, (await scene.Account.GetAsync(path)).Text("status"));
    }

    [Fact]
    public async Task FlowLogWhoseDeletionGotStuck_Goes_TheOthersStay()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var (gone, stays) = (await scene.CreateFlowLogAsync(), await scene.CreateFlowLogAsync());
        await scene.Account.DeleteAsync(gone);
        var etag = (await scene.Account.GetAsync(stays)).ETag;

        await new RepairFlowLogs(api.Get<FlowLogStore>(), api.Get<ForgetEndedFlowLogs>(), api.Get<SettleFlowLog>(), new FixedTime(DateTimeOffset.UtcNow.AddHours(1))).RunAsync(scene.Scope, default);

        var left = Assert.Single((await scene.Account.GetAsync("api/flowlogs")).Items);
        Assert.EndsWith(left.GetProperty("id").GetString()!, stays, StringComparison.Ordinal);
        Assert.Equal(etag, (await scene.Account.GetAsync(stays)).ETag);
    }
}
