using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.LocalHost.Sample;

/// <summary>
/// What a new user finds in an empty store: the network of samples/network.json, a Logstore with its report on, an active flow log
/// over the whole VPC, recorded traffic that replays from now on, and this machine's own. Made through the API, as anyone could.
/// </summary>
/// <param name="folder">The folder of network.json and its captures.</param>
/// <param name="mark">A file that says that the sample is complete; what a user changes later stays changed.</param>
/// <param name="withThisHost">Whether this machine's own interface is part of it.</param>
/// <param name="log">Says what was left out.</param>
internal sealed class SampleAccount(string folder, string mark, bool withThisHost, ILogger log)
{
    public const string Project = "sample-project";
    public const string Logstore = "flow-log";

    private const string FlowLogName = "sample-flow-log";

    /// <param name="client">Sends the account's key.</param>
    public async Task MakeAsync(HttpClient client, CancellationToken cancellation)
    {
        if (File.Exists(mark))
            return;
        var network = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "network.json"), cancellation))!;
        var api = new SampleApi(client, (string)network["regionId"]!);
        if (await api.HasOtherVpcsAsync((string)network["vpc"]!["name"]!, cancellation))
            return;
        await api.PostAsync("api/authorization", [], cancellation);
        var vpc = await api.EnsureAsync("api/vpcs", Copy(network["vpc"]!), cancellation);
        var enis = await MakeEnisAsync(api, network, vpc, cancellation);
        await MakeLogstoreAsync(api, cancellation);
        await MakeFlowLogAsync(api, vpc, cancellation);
        if (withThisHost)
            await new LiveSample(api, network["thisHost"]!, log).MakeAsync(Project, Logstore, cancellation);
        foreach (var (eni, capture) in enis)
            await api.PutFileAsync($"api/enis/{eni}/captures/{Path.GetFileName(capture)}", Path.Combine(folder, capture), cancellation);
        await File.WriteAllTextAsync(mark, "", cancellation);
    }

    private static async Task<IReadOnlyList<(string Eni, string Capture)>> MakeEnisAsync(
        SampleApi api, JsonNode network, string vpc, CancellationToken cancellation)
    {
        var vswitches = new Dictionary<string, string>();
        foreach (var vswitch in network["vSwitches"]!.AsArray())
            vswitches[Name(vswitch!)] = await api.EnsureAsync("api/vswitches", With(vswitch!, ("vpcId", vpc)), cancellation);
        var groups = new Dictionary<string, string>();
        foreach (var group in network["securityGroups"]!.AsArray())
            groups[Name(group!)] = await api.EnsureAsync("api/securitygroups", With(group!, ("vpcId", vpc)), cancellation);
        var enis = new List<(string, string)>();
        foreach (var eni in network["enis"]!.AsArray())
        {
            var body = new JsonObject
            {
                ["name"] = Name(eni!),
                ["instanceId"] = (string)eni!["instanceId"]!,
                ["vswitchId"] = vswitches[(string)eni["vSwitch"]!],
                ["privateIpAddresses"] = new JsonArray((string)eni["privateIpAddress"]!),
                ["ipv6Addresses"] = new JsonArray((string)eni["ipv6Address"]!),
                ["securityGroupIds"] = new JsonArray([.. eni["securityGroups"]!.AsArray().Select(group => JsonValue.Create(groups[(string)group!]))]),
                ["trafficSource"] = new JsonObject { ["type"] = "pcap" },
            };
            enis.Add((await api.EnsureAsync("api/enis", body, cancellation), (string)eni["captureFile"]!));
        }

        return enis;
    }

    private static async Task MakeLogstoreAsync(SampleApi api, CancellationToken cancellation)
    {
        await api.PostAsync("api/projects", new() { ["name"] = Project, ["description"] = "Made by the local host for a first look" }, cancellation);
        await api.PostAsync($"api/projects/{Project}/logstores", new() { ["name"] = Logstore, ["report"] = true }, cancellation);
    }

    private static async Task MakeFlowLogAsync(SampleApi api, string vpc, CancellationToken cancellation)
    {
        var flowLog = new JsonObject
        {
            ["name"] = FlowLogName,
            ["resourceType"] = "VPC",
            ["resourceId"] = vpc,
            ["trafficType"] = "All",
            ["project"] = Project,
            ["logstore"] = Logstore,
            ["aggregationInterval"] = 1,
        };
        await api.EnsureAsync("api/flowlogs", flowLog, cancellation);
    }

    private static string Name(JsonNode node) => (string)node["name"]!;

    private static JsonObject Copy(JsonNode node) => node.DeepClone().AsObject();

    private static JsonObject With(JsonNode node, (string Name, string Value) property)
    {
        var copy = Copy(node);
        copy[property.Name] = property.Value;
        return copy;
    }
}
