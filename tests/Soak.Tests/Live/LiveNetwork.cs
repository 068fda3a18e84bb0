using System.Text.Json;
using FlowLogFunctions.Soak.Tests.Support;

namespace FlowLogFunctions.Soak.Tests.Live;

/// <summary>An ENI at an interface of this machine, and a flow log of its traffic.</summary>
internal static class LiveNetwork
{
    public const string Logstore = "projects/live-project/logstores/flows";

    /// <returns>The ENI's id.</returns>
    public static async Task<string> MakeAsync(Api api, string name, CancellationToken cancellation)
    {
        var vpc = await MakeAsync("vpcs", """{"cidrBlock":"10.0.0.0/16"}""");
        var vswitch = await MakeAsync("vswitches", $$"""{"vpcId":"{{vpc}}","cidrBlock":"10.0.1.0/24"}""");
        var group = await MakeAsync("securitygroups", $$"""{"vpcId":"{{vpc}}"}""");
        var eni = await MakeAsync("enis", $$"""
            {"vswitchId":"{{vswitch}}","securityGroupIds":["{{group}}"],"privateIpAddresses":["10.0.1.10"],"trafficSource":{"type":"interface","interface":"{{name}}"} }
            """);
        await api.SendAsync(HttpMethod.Post, "authorization", "", cancellation);
        await api.SendAsync(HttpMethod.Post, "projects", """{"name":"live-project"}""", cancellation);
        await api.SendAsync(HttpMethod.Post, "projects/live-project/logstores", """{"name":"flows","report":true}""", cancellation);
        await MakeAsync("flowlogs", $$"""
            {"name":"live","resourceType":"NetworkInterface","resourceId":"{{eni}}","trafficType":"All","project":"live-project","logstore":"flows","aggregationInterval":1}
            """);
        return eni;

        async Task<string> MakeAsync(string path, string body) =>
            JsonElement.Parse(await api.SendAsync(HttpMethod.Post, path, body, cancellation)).GetProperty("id").GetString()!;
    }
}
