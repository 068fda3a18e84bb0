using System.Text.Json.Nodes;
using FlowLogFunctions.Console.Tests.Support;
using FlowLogFunctions.Testing;

namespace FlowLogFunctions.Console.Tests.Journey;

/// <summary>A web server of the sample's shop: a VPC, a VSwitch, a security group, and an ENI whose recorded traffic begins now.</summary>
internal static class ShopNetwork
{
    public const string Eni = "web-1";

    public static async Task MakeAsync(Api api)
    {
        var vpc = await api.MakeAsync("api/vpcs", new() { ["name"] = "shop", ["cidrBlock"] = "10.0.0.0/16", ["ipv6CidrBlock"] = "fd00:10::/56" });
        var vswitch = await api.MakeAsync("api/vswitches", new() { ["name"] = "app", ["vpcId"] = vpc, ["cidrBlock"] = "10.0.1.0/24", ["ipv6CidrBlock"] = "fd00:10:0:1::/64" });
        var group = await api.MakeAsync("api/securitygroups", new() { ["name"] = "web", ["vpcId"] = vpc, ["rules"] = Rules() });
        var eni = await api.MakeAsync("api/enis", new()
        {
            ["name"] = Eni,
            ["vswitchId"] = vswitch,
            ["privateIpAddresses"] = new JsonArray("10.0.1.10"),
            ["ipv6Addresses"] = new JsonArray("fd00:10:0:1::10"),
            ["securityGroupIds"] = new JsonArray(group),
        });
        await api.PutFileAsync($"api/enis/{eni}/captures/web-1.pcap?shift=now", Repository.Path("samples", "traffic", "web-1.pcap"));
    }

    /// <summary>HTTP is let in; all else that comes from outside is refused.</summary>
    private static JsonArray Rules() =>
    [
        .. new[] { "0.0.0.0/0", "::/0" }.Select(block => new JsonObject
        {
            ["direction"] = "ingress",
            ["protocol"] = "tcp",
            ["portRange"] = "80/80",
            ["cidr"] = block,
            ["description"] = "HTTP from everywhere",
        }),
    ];
}
