using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Network;

/// <summary>Makes the resources that a test needs but is not about; answers their ids.</summary>
internal static class Inventory
{
    public static Task<string> VpcAsync(this ApiClient api, string cidrBlock = "10.0.0.0/8", string? ipv6CidrBlock = null) =>
        api.MadeAsync("/api/vpcs", ipv6CidrBlock is null ? new { cidrBlock } : new { cidrBlock, ipv6CidrBlock });

    public static Task<string> VSwitchAsync(this ApiClient api, string vpcId, string cidrBlock = "10.0.1.0/24", string? ipv6CidrBlock = null) =>
        api.MadeAsync("/api/vswitches", ipv6CidrBlock is null ? new { vpcId, cidrBlock } : new { vpcId, cidrBlock, ipv6CidrBlock });

    public static Task<string> GroupAsync(this ApiClient api, string vpcId, string type = "normal", params object[] rules) =>
        api.MadeAsync("/api/securitygroups", new { vpcId, type, rules });

    public static Task<string> EniAsync(this ApiClient api, string vswitchId, string groupId, params string[] privateIpAddresses) =>
        api.MadeAsync("/api/enis", new { vswitchId, securityGroupIds = new[] { groupId }, privateIpAddresses });

    /// <summary>A VPC with one VSwitch and one security group.</summary>
    public static async Task<(string Vpc, string VSwitch, string Group)> NetworkAsync(this ApiClient api, string vswitchCidrBlock = "10.0.1.0/24")
    {
        var vpc = await api.VpcAsync();
        return (vpc, await api.VSwitchAsync(vpc, vswitchCidrBlock), await api.GroupAsync(vpc));
    }

    public static IReadOnlyList<string> Texts(this ApiAnswer answer, string list) =>
        [.. answer.Json.GetProperty(list).EnumerateArray().Select(item => item.ToString())];

    public static IReadOnlyList<string> Ids(this ApiAnswer answer) => [.. answer.Items.Select(item => item.GetProperty("id").GetString()!)];

    private static async Task<string> MadeAsync(this ApiClient api, string path, object body) =>
        (await api.PostAsync(path, body)).Expect(HttpStatusCode.Created).Text("id")!;
}
