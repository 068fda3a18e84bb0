using System.Net;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.FlowLogs;

[Collection(ApiCollection.Name)]
public sealed class ChangeFlowLogStatusTests(ApiFixture api)
{
    [Fact]
    public async Task FlowLog_GoesThroughItsStates()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var path = await scene.CreateFlowLogAsync();

        Assert.Equal("Deactivating", (await scene.Account.PostAsync($"{path}/deactivate")).Expect(HttpStatusCode.OK).Text("status"));
        await scene.SettleAsync();
        var inactive = await scene.Account.GetAsync(path);
        Assert.Equal(("Inactive", null), (inactive.Text("status"), inactive.Text("activeSince")));
        Assert.Equal("Activating", (await scene.Account.PostAsync($"{path}/activate")).Expect(HttpStatusCode.OK).Text("status"));
        await scene.SettleAsync();
        Assert.Equal("Active", (await scene.Account.GetAsync(path)).Text("status"));
        (await scene.Account.DeleteAsync(path)).Expect(HttpStatusCode.NoContent);
        Assert.Equal("Deleting", (await scene.Account.GetAsync(path)).Text("status"));
        await scene.SettleAsync();
        (await scene.Account.GetAsync(path)).Expect(HttpStatusCode.NotFound, "InvalidInstanceId.NotFound");
    }

    [Theory]
    [InlineData("Activating", "")]
    [InlineData("Active", "deactivate,patch,delete")]
    [InlineData("Deactivating", "")]
    [InlineData("Inactive", "activate,patch,delete")]
    [InlineData("Modifying", "")]
    [InlineData("Deleting", "")]
    public async Task CallThatDoesNotFitTheState_IsRefused(string status, string allowed)
    {
        foreach (var call in new[] { "activate", "deactivate", "patch", "delete" })
        {
            var scene = await FlowLogScene.CreateAsync(api);
            var path = await scene.CreateFlowLogAsync();
            await PutAsync(scene, path, Enum.Parse<FlowLogStatus>(status));
            var before = (await scene.Account.GetAsync(path)).ETag;

            var answer = await CallAsync(scene.Account, path, call);

            if (allowed.Split(',').Contains(call))
            {
                Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{call} in {status}: {answer.Status}");
                continue;
            }

            answer.Expect(HttpStatusCode.Conflict, "InvalidStatus");
            Assert.Equal(before, (await scene.Account.GetAsync(path)).ETag);
        }
    }

    [Fact]
    public async Task StaleETag_IsRefused()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var path = await scene.CreateFlowLogAsync(settled: false);
        var etag = (await scene.Account.GetAsync(path)).ETag;
        await scene.SettleAsync();

        foreach (var call in new[] { "activate", "deactivate" })
            (await SendAsync(scene, $"{path}/{call}", etag)).Expect(HttpStatusCode.PreconditionFailed);
        Assert.Equal("Active", (await scene.Account.GetAsync(path)).Text("status"));
    }

    [Fact]
    public async Task LostMessage_DoesNotFailTheCall()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var path = await scene.CreateFlowLogAsync();
        api.Faults.Before = request =>
        {
            if (request.Uri.ToString().Contains(QueueNames.FlowLogChanges, StringComparison.Ordinal))
                throw new Azure.RequestFailedException(403, "no queue today");
        };
        try
        {
            (await scene.Account.PostAsync($"{path}/deactivate")).Expect(HttpStatusCode.OK);
        }
        finally
        {
            api.Faults.Before = null;
        }

        Assert.Equal("Deactivating", (await scene.Account.GetAsync(path)).Text("status"));
    }

    private static Task<ApiAnswer> CallAsync(ApiClient account, string path, string call) => call switch
    {
        "patch" => account.PatchAsync(path, new { name = "another" }),
        "delete" => account.DeleteAsync(path),
        _ => account.PostAsync($"{path}/{call}"),
    };

    private static Task<ApiAnswer> SendAsync(FlowLogScene scene, string path, string? etag) => scene.Account.PostAsync(path, null, etag);

    private async Task PutAsync(FlowLogScene scene, string path, FlowLogStatus status)
    {
        var store = api.Get<FlowLogStore>();
        var row = (await store.FindAsync(scene.Scope, path["api/flowlogs/".Length..], default))!;
        Assert.True(await store.ReplaceAsync(scene.Scope, row, row.Value with { Status = status }, default));
    }
}
