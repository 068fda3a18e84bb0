using System.Net;
using FlowLogFunctions.Tests.Support;
using FlowLogFunctions.Worker.Tests.Host;
using Microsoft.Azure.Functions.Worker.Grpc.Messages;

namespace FlowLogFunctions.Worker.Tests;

/// <summary>Records in a Logstore, made on the whole way: calls, timers and messages.</summary>
internal static class CapturedTraffic
{
    private const string Address = "192.168.1.10";

    /// <summary>Makes a Project of that name with all that a flow log needs, and captures some flows of one packet each. Answers the Logstore's path.</summary>
    public static async Task<string> CaptureAsync(this AppUnderTest app, string project, int packets)
    {
        var api = app.Client;
        var (vpc, eni) = await MakeEniAsync(api);
        await api.PostAsync("/api/authorization", null);
        await api.MakeAsync("/api/projects", new { name = project });
        await api.MakeAsync($"/api/projects/{project}/logstores", new { name = "flows", report = true });
        var flowLog = await api.MakeAsync("/api/flowlogs", new
        {
            name = project,
            resourceType = "VPC",
            resourceId = vpc,
            trafficType = "All",
            project,
            logstore = "flows",
            aggregationInterval = 1,
        });
        await app.Host.DrainAsync("SettleFlowLog", app.Storage);
        var shown = await api.GetAsync($"/api/flowlogs/{flowLog}").ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("Active", shown.GetProperty("status").GetString());

        await api.PutAsync($"/api/enis/{eni}/captures/web.pcap", new ByteArrayContent(Capture(packets))).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(StatusResult.Types.Status.Success, (await app.Host.FireAsync("Capture")).Result.Status);
        Assert.NotEqual(0, await app.Host.DrainAsync("IngestBatch", app.Storage));
        return $"/api/projects/{project}/logstores/flows";
    }

    /// <summary>A VPC and in it an ENI whose traffic comes from capture files.</summary>
    public static async Task<(string Vpc, string Eni)> MakeEniAsync(HttpClient api)
    {
        var vpc = await api.MakeAsync("/api/vpcs", new { cidrBlock = "192.168.0.0/16" });
        var vswitch = await api.MakeAsync("/api/vswitches", new { vpcId = vpc, cidrBlock = "192.168.1.0/24" });
        var group = await api.MakeAsync("/api/securitygroups", new { vpcId = vpc, type = "normal" });
        var eni = await api.MakeAsync("/api/enis", new
        {
            vswitchId = vswitch,
            securityGroupIds = new[] { group },
            privateIpAddresses = new[] { Address },
            trafficSource = new { type = "pcap" },
        });
        return (vpc, eni);
    }

    /// <summary>Flows of some minutes ago, so that their window has passed.</summary>
    private static byte[] Capture(int packets)
    {
        var time = DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds();
        return Pcaps.Of([.. Enumerable.Range(0, packets).Select(at => new PcapPacket(time, Address, "203.0.113.7", 40_000 + at, 53, 100))]);
    }
}
