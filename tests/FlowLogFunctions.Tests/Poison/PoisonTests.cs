using System.Net;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Poison;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Ledger;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Poison;

[Collection(ApiCollection.Name)]
public sealed class PoisonTests(ApiFixture api)
{
    [Fact]
    public async Task List_ShowsOwnMessages_AgainAndAgain()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 5, flowsPerMinute = 40 });
        var flowLog = await stage.FlowLogAsync("flows");
        var messages = await stage.MinutesAsync(2);
        await stage.PoisonAsync(messages[0]);
        await stage.PoisonAsync(new FlowLogChange(stage.Scope.AccountId, stage.Scope.Region, flowLog).Write().ToArray(), QueueNames.FlowLogChanges);
        var other = await LedgerStage.OpenAsync(api);

        await ListAsync(stage);
        var list = await ListAsync(stage);

        var batch = list.Items.Single(item => item.GetProperty("queue").GetString() == QueueNames.Batches);
        Assert.Equal((eni, BatchMessage.Decode(messages[0]).Id), (batch.GetProperty("eniId").GetString(), batch.GetProperty("batchId").GetString()));
        Assert.Equal(BatchMessage.Decode(messages[0]).Chunk.Rows, batch.GetProperty("records").GetInt32());
        Assert.Equal(flowLog, batch.GetProperty("flowLogIds")[0].GetString());
        Assert.Single(list.Items, item => item.GetProperty("queue").GetString() == QueueNames.FlowLogChanges);
        Assert.Empty((await ListAsync(other)).Items);
        await other.DisposeAsync();

        var named = (await stage.Account.PostAsync($"api/admin/poison/redrive?id={Uri.EscapeDataString(batch.GetProperty("id").GetString()!)}")).Expect(HttpStatusCode.OK);
        Assert.Equal(("1", "1"), (named.Text("moved"), named.Text("remaining")));
        (await stage.Account.PostAsync("api/admin/poison/redrive")).Expect(HttpStatusCode.OK);
        Assert.Empty((await ListAsync(stage)).Items);
        Assert.Equal([messages[0]], await stage.MessagesAsync());
    }

    [Fact]
    public async Task UnreadableMessages_AreCountedAndMovedOnlyWhenAsked()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        await stage.PoisonAsync([1, 2, 3]);
        var plain = stage.Get<StorageClients>().PlainQueues.GetQueueClient(QueueNames.Batches + QueueNames.PoisonSuffix);
        await plain.SendMessageAsync("{ no base64 }");
        await stage.Get<NoteLostBatches>().RunAsync(default);

        var list = (await api.Operator.GetAsync("api/admin/poison")).Expect(HttpStatusCode.OK);
        Assert.Empty(list.Items);
        Assert.Contains(list.Json.GetProperty("unreadable").EnumerateArray(), count => count.GetProperty("reason").GetString()!.Contains("not a message of this product", StringComparison.Ordinal));
        Assert.Equal("0", (await api.Operator.PostAsync("api/admin/poison/redrive")).Text("moved"));
        Assert.Empty((await ListAsync(stage)).Json.GetProperty("unreadable").EnumerateArray());
        (await stage.Account.PostAsync("api/admin/poison/redrive?unreadable=true")).Expect(HttpStatusCode.Forbidden, "Forbidden.Operator");

        using var redriven = new Measurements("flowlog.poison.redriven");
        Assert.Equal("2", (await api.Operator.PostAsync("api/admin/poison/redrive?unreadable=true")).Text("moved"));
        Assert.Equal(2, redriven.Tags.Count(tags => tags == "queue=flowlog-batches,reason=unreadable"));
        var queue = stage.Get<StorageClients>().PlainQueues.GetQueueClient(QueueNames.Batches);
        foreach (var message in (await queue.ReceiveMessagesAsync(32)).Value)
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
    }

    [Fact]
    public async Task AnotherAccountsMessages_AreAsIfTheyWereNotThere()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        var flowLog = await stage.FlowLogAsync("flows");
        await stage.PoisonAsync(new FlowLogChange(stage.Scope.AccountId, stage.Scope.Region, flowLog).Write().ToArray(), QueueNames.FlowLogChanges);
        var id = Uri.EscapeDataString((await ListAsync(stage)).Items.Single().GetProperty("id").GetString()!);
        var nobodys = Guid.NewGuid().ToString();

        foreach (var (thief, also) in new[] { (api.NewAccount(), ""), (api.Operator, ""), (api.Operator, "&unreadable=true") })
        {
            Assert.Empty((await thief.GetAsync("api/admin/poison")).Expect(HttpStatusCode.OK).Items);
            var foreign = (await thief.PostAsync($"api/admin/poison/redrive?id={id}{also}")).Expect(HttpStatusCode.OK);
            Assert.Equal("0", foreign.Text("moved"));
            Assert.Equal((await thief.PostAsync($"api/admin/poison/redrive?id={nobodys}{also}")).Json.GetRawText(), foreign.Json.GetRawText());
            Assert.Equal("0", (await thief.PostAsync("api/admin/poison/redrive")).Text("moved"));
        }

        Assert.Equal("1", (await stage.Account.PostAsync($"api/admin/poison/redrive?id={id}")).Text("moved"));
    }

    [Fact]
    public async Task SubUsers_MayNot()
    {
        var account = api.NewAccount();
        var user = await SubUser.CreateAsync(account, "auditor");

        (await user.GetAsync("api/admin/poison")).Expect(HttpStatusCode.Forbidden, "Forbidden.SubUser");
        (await user.PostAsync("api/admin/poison/redrive")).Expect(HttpStatusCode.Forbidden, "Forbidden.SubUser");
    }

    [Fact]
    public async Task List_DoesNotHoldTheRows()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        var record = new FlowRecord { AccountId = "1", Region = "cn-hangzhou", EniId = "eni-1", Flow = new(IpAddress.V4(1), IpAddress.V4(2), 3, 4, 17), Start = 0, End = 60 };
        var rows = FlowColumns.Of([.. Enumerable.Repeat(record, 100_000)]);
        var message = BatchMessage.Encode(BatchMessage.Split("big", "1", "cn-hangzhou", "eni-1", [], rows).Single());
        for (var i = 0; i < 12; i++)
            await stage.PoisonAsync(message);
        var list = stage.Get<ListPoison>();
        var (before, most) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        stage.Kills.DiesAt = request =>
        {
            if (most == 0 && request.Method == Azure.Core.RequestMethod.Put)
                most = GC.GetTotalMemory(forceFullCollection: true);
            return false;
        };

        Assert.Null((await list.RunAsync(stage.Caller(), new(new Microsoft.AspNetCore.Http.QueryCollection()), default)).Refusal);

        Assert.InRange(most, 1, before + 40_000_000);
        await stage.Get<StorageClients>().PlainQueues.GetQueueClient(QueueNames.Batches + QueueNames.PoisonSuffix).ClearMessagesAsync();
    }

    [Fact]
    public async Task OneRequestAtATime_LooksThroughTheQueues()
    {
        var account = api.NewAccount();
        Assert.True((await api.Get<PoisonTurns>().TakeAsync(TimeSpan.FromMinutes(2), default)).Is(out var turn, out _));
        using (turn)
        {
            (await account.GetAsync("api/admin/poison")).Expect(HttpStatusCode.ServiceUnavailable, "ServerBusy");
            (await account.PostAsync("api/admin/poison/redrive")).Expect(HttpStatusCode.ServiceUnavailable, "ServerBusy");
        }

        (await account.GetAsync("api/admin/poison")).Expect(HttpStatusCode.OK);
    }

    private static async Task<ApiAnswer> ListAsync(Stage stage) => (await stage.Account.GetAsync("api/admin/poison?limit=10")).Expect(HttpStatusCode.OK);
}
