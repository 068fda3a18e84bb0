using System.Net;
using System.Text.Json.Nodes;
using FlowLogFunctions.Capture.Interfaces;
using FlowLogFunctions.Network;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.LocalHost.Sample;

/// <summary>The part of the sample that is real: this machine's own interface as an ENI, in a VPC and VSwitch around its address.</summary>
/// <param name="names">What the resources are called, and the rules of the security group.</param>
internal sealed partial class LiveSample(SampleApi api, JsonNode names, ILogger log)
{
    /// <summary>Makes it if this machine may be captured, and else says why not.</summary>
    public async Task MakeAsync(string project, string logstore, CancellationToken cancellation)
    {
        if (HostInterface.Find() is not { } found)
        {
            LogLeftOut(log, "No interface of this machine is up with an IPv4 address that a VSwitch may have");
            return;
        }

        if (InterfaceProbe.Check(new(TrafficSourceType.Interface, 0, 0) { Interface = found.Name }) is { } refusal)
        {
            LogLeftOut(log, refusal.Detail);
            return;
        }

        string eni;
        try
        {
            eni = await MakeEniAsync(found, cancellation);
        }
        catch (HttpRequestException refused) when (refused.StatusCode == HttpStatusCode.Forbidden)
        {
            LogLeftOut(log, refused.Message);
            return;
        }

        var flowLog = new JsonObject
        {
            ["name"] = Copy("flowLog"),
            ["resourceType"] = "ENI",
            ["resourceId"] = eni,
            ["trafficType"] = "All",
            ["project"] = project,
            ["logstore"] = logstore,
            ["aggregationInterval"] = 1,
        };
        await api.EnsureAsync("api/flowlogs", flowLog, cancellation);
    }

    private async Task<string> MakeEniAsync(HostInterface found, CancellationToken cancellation)
    {
        var vpc = await api.EnsureAsync("api/vpcs", Blocks("vpc", found.VpcBlock, found), cancellation);
        var vSwitchBody = Blocks("vSwitch", found.Block, found);
        vSwitchBody["vpcId"] = vpc;
        var vSwitch = await api.EnsureAsync("api/vswitches", vSwitchBody, cancellation);
        var group = names["securityGroup"]!.DeepClone().AsObject();
        group["vpcId"] = vpc;
        return await api.EnsureAsync("api/enis", new()
        {
            ["name"] = Copy("eni"),
            ["vswitchId"] = vSwitch,
            ["privateIpAddresses"] = new JsonArray(found.Address),
            ["ipv6Addresses"] = new JsonArray([.. found.Ipv6Addresses.Select(address => JsonValue.Create(address))]),
            ["securityGroupIds"] = new JsonArray(await api.EnsureAsync("api/securitygroups", group, cancellation)),
            ["trafficSource"] = new JsonObject { ["type"] = "interface", ["interface"] = found.Name },
        }, cancellation);
    }

    private JsonObject Blocks(string what, string block, HostInterface found)
    {
        var body = new JsonObject { ["name"] = Copy(what), ["cidrBlock"] = block };
        if (found.Ipv6Block is not null)
            body["ipv6CidrBlock"] = found.Ipv6Block;
        return body;
    }

    private JsonNode Copy(string what) => names[what]!.DeepClone();

    [LoggerMessage(EventId = 901, Level = LogLevel.Warning, Message = "The sample goes without this machine's own traffic. {Reason}")]
    private static partial void LogLeftOut(ILogger logger, string reason);
}
