using System.Net;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.FlowLogs;

/// <summary>An account of its own with a VPC, a VSwitch, an ENI, a Project, a Logstore, and the authorization confirmed.</summary>
internal sealed class FlowLogScene
{
    private readonly ApiFixture _api;

    private FlowLogScene(ApiFixture api, ApiClient account) => (_api, Account) = (api, account);

    public ApiClient Account { get; }

    public Scope Scope => new(Account.AccountId, "cn-hangzhou");

    public string Project => $"scene-{Account.AccountId}";

    public string LogstorePath => $"api/projects/{Project}/logstores/flows";

    /// <param name="network">False leaves the inventory empty, for tests that fill it through the API.</param>
    public static async Task<FlowLogScene> CreateAsync(ApiFixture api, bool confirmed = true, bool network = true)
    {
        var scene = new FlowLogScene(api, api.NewAccount());
        if (network)
            await scene.AddNetworkAsync();
        await scene.Account.CreateProjectAsync("scene");
        (await scene.Account.PostAsync($"api/projects/{scene.Project}/logstores", new { name = "flows" })).Expect(HttpStatusCode.Created);
        if (confirmed)
            (await scene.Account.PostAsync("api/authorization")).Expect(HttpStatusCode.Created);
        return scene;
    }

    /// <summary>A request that is right in every way, but for the given properties; null leaves one out.</summary>
    public Dictionary<string, object?> Request(params (string Name, object? Value)[] other)
    {
        var request = new Dictionary<string, object?>
        {
            ["name"] = "web-traffic",
            ["resourceType"] = "ENI",
            ["resourceId"] = "eni-1",
            ["trafficType"] = "All",
            ["project"] = Project,
            ["logstore"] = "flows",
        };
        foreach (var (name, value) in other)
            if (value is null)
                request.Remove(name);
            else
                request[name] = value;
        return request;
    }

    public Task<ApiAnswer> PostAsync(params (string Name, object? Value)[] other) => Account.PostAsync("api/flowlogs", Request(other));

    /// <summary>The path of a new flow log, Active unless told otherwise.</summary>
    public async Task<string> CreateFlowLogAsync(bool settled = true, params (string Name, object? Value)[] other)
    {
        var made = (await PostAsync(other)).Expect(HttpStatusCode.Created);
        if (settled)
            await SettleAsync();
        return $"api/flowlogs/{made.Text("id")}";
    }

    /// <summary>Works off the queue, as the queue function does.</summary>
    public async Task SettleAsync()
    {
        var queue = _api.Get<StorageClients>().Queues.GetQueueClient(QueueNames.FlowLogChanges);
        while ((await queue.ReceiveMessagesAsync(32)).Value is { Length: > 0 } messages)
            foreach (var message in messages)
            {
                await new SettleFlowLogFunction(_api.Get<SettleFlowLog>()).SettleAsync(message.Body.ToArray(), default);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
    }

    private async Task AddNetworkAsync()
    {
        await PutAsync("vpc", "vpc-1", new { });
        await PutAsync("vpc", "vpc-2", new { });
        await PutAsync("vswitch", "vsw-1", new { vpcId = "vpc-1" });
        await PutAsync("eni", "eni-1", NewEni("eni-1", "vpc-1", "vsw-1"));
        await PutAsync("eni", "eni-2", NewEni("eni-2", "vpc-2", "vsw-2"));
    }

    private static Eni NewEni(string id, string vpcId, string vswitchId) =>
        new() { Id = id, VpcId = vpcId, VSwitchId = vswitchId, CreatedAt = DateTimeOffset.UnixEpoch };

    private Task PutAsync<T>(string kind, string id, T row) =>
        _api.Get<ControlTable>().PutAsync(ControlKeys.Partition(Scope), ControlKeys.Row(kind, id), row, default);
}
