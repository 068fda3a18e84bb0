using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Ledger;

[Collection(ApiCollection.Name)]
public sealed class MeasureDeliveryTests(ApiFixture api)
{
    private static readonly object Generator = new { type = "generator", seed = 5, flowsPerMinute = 40 };

    [Fact]
    public async Task HealthyFlowLog_IsCompleteToTheLastStep_AndALostMinuteHoldsItBack()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", Generator);
        var id = await stage.FlowLogAsync("flows");
        var messages = await stage.MinutesAsync(5);
        await stage.DeliverAsync(messages.Where(message => message != messages[3]));

        var held = await MeasuredAsync(stage, id);
        await stage.DeliverAsync([messages[3]]);
        using var lags = new Measurements("flowlog.delivery.lag");
        var healed = await MeasuredAsync(stage, id);

        Assert.Equal(LedgerStage.StepOf(messages[3]).From, held.CompleteTo!.Value.ToUnixTimeSeconds());
        Assert.Equal(LedgerStage.StepOf(messages[4]).Until, healed.CompleteTo!.Value.ToUnixTimeSeconds());
        Assert.Equal(stage.Time.Seconds - LedgerStage.StepOf(messages[4]).Until, healed.LagSeconds);
        Assert.Contains(healed.LagSeconds!.Value, lags.Values);
        var records = await stage.RecordsAsync("flows");
        Assert.Equal((records.Count, records.Sum(record => record.Bytes)), (healed.RecordsLastHour, healed.BytesLastHour));
        Assert.Equal(records.Max(record => record.Start), healed.LastRecordTime!.Value.ToUnixTimeSeconds());
        Assert.Equal(("SUCCESS", null), (healed.Status, healed.Error));
    }

    [Fact]
    public async Task DeletedLogstore_ShowsFailedAndItsMessagesAreConsumed()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", Generator);
        var id = await stage.FlowLogAsync("flows");
        await stage.DeliverAsync(await stage.MinutesAsync(2));
        var before = await MeasuredAsync(stage, id);
        (await stage.Account.DeleteAsync($"api/projects/{stage.Project}/logstores/flows")).Expect(System.Net.HttpStatusCode.NoContent);

        stage.Time.Now += TimeSpan.FromMinutes(1);
        await stage.DeliverAsync(await stage.MinutesAsync(2));
        var after = await MeasuredAsync(stage, id);

        Assert.Equal(("FAILED", "UnavaliableTarget"), (after.Status, after.Error));
        Assert.Equal(before.CompleteTo, after.CompleteTo);
        (await stage.Account.DeleteAsync($"api/projects/{stage.Project}?force=true")).Expect(System.Net.HttpStatusCode.NoContent);
        Assert.Equal("ProjectNotExist", (await MeasuredAsync(stage, id)).Error);
        Assert.Empty(await stage.MessagesAsync());
    }

    [Fact]
    public async Task FlowLogThatIsNotActive_KeepsWhatWasKnownWithoutLag_AndGoesWithIt()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", Generator);
        var id = await stage.FlowLogAsync("flows");
        await stage.DeliverAsync(await stage.MinutesAsync(2));
        var before = await MeasuredAsync(stage, id);
        Assert.Null((await stage.Get<ChangeFlowLogStatus>().DeactivateAsync(stage.Caller(), id, null, default)).Refusal);
        await stage.SettleAllAsync();
        stage.Time.Now += TimeSpan.FromHours(3);

        var after = await MeasuredAsync(stage, id);
        Assert.Null(await stage.Get<ChangeFlowLogStatus>().DeleteAsync(stage.Caller(), id, null, default));
        await stage.SettleAllAsync();
        await stage.Get<MeasureDelivery>().RunAsync(stage.Scope, default);

        Assert.Equal(before.CompleteTo, after.CompleteTo);
        Assert.Null(after.LagSeconds);
        Assert.Null(await stage.Get<DeliveryHealthStore>().FindAsync(stage.Scope, id, default));
    }

    private static async Task<DeliveryAnswer> MeasuredAsync(Stage stage, string id)
    {
        await stage.Get<MeasureDelivery>().RunAsync(stage.Scope, default);
        var outcome = await stage.Get<DescribeFlowLogs>().FindAsync(stage.Caller(), id, default);
        Assert.True(outcome.Is(out var found, out _));
        return found.Value.Delivery;
    }
}
