using System.Text.Json;
using FlowLogFunctions.Soak.Tests.Support;

namespace FlowLogFunctions.Soak.Tests.Traffic;

/// <summary>A VPC with a web server's rules, ENIs that capture files are handed over for, one that invents its traffic, and two flow logs of it all.</summary>
/// <param name="FlowLogs">Ids of both.</param>
internal sealed record SoakNetwork(IReadOnlyList<SoakEni> Captured, SoakEni Generated, IReadOnlyList<string> FlowLogs)
{
    /// <summary>Logstore of all traffic, with its report on.</summary>
    public const string All = "projects/soak-project/logstores/all";

    /// <summary>Logstore of what was refused.</summary>
    public const string Dropped = "projects/soak-project/logstores/dropped";

    /// <summary>Flows that the generator makes a minute.</summary>
    public const int FlowsPerMinute = 400;

    private const int GeneratorSeed = 7;

    public static async Task<SoakNetwork> MakeAsync(Api api, CancellationToken cancellation)
    {
        var vpc = await MakeAsync("vpcs", """{"cidrBlock":"10.9.0.0/16"}""");
        var vswitch = await MakeAsync("vswitches", $$"""{"vpcId":"{{vpc}}","cidrBlock":"10.9.1.0/24"}""");
        var group = await MakeAsync("securitygroups", $$"""
            {"vpcId":"{{vpc}}","rules":[{"direction":"ingress","protocol":"tcp","portRange":"80/80","cidr":"0.0.0.0/0","policy":"accept","priority":1}]}
            """);
        var captured = new List<SoakEni>();
        foreach (var number in Enumerable.Range(10, 3))
            captured.Add(await EniAsync($"10.9.1.{number}", """{"type":"pcap"}""", seed: 0));
        var generated = await EniAsync("10.9.1.20", $$"""{"type":"generator","seed":{{GeneratorSeed}},"flowsPerMinute":{{FlowsPerMinute}}}""", GeneratorSeed);
        await api.SendAsync(HttpMethod.Post, "authorization", "", cancellation);
        await api.SendAsync(HttpMethod.Post, "projects", """{"name":"soak-project"}""", cancellation);
        var flowLogs = new List<string>();
        foreach (var (logstore, report, traffic) in ((string, bool, string)[])[("all", true, "All"), ("dropped", false, "Drop")])
            flowLogs.Add(await FlowLogAsync(logstore, report, traffic));
        return new(captured, generated, flowLogs);

        async Task<SoakEni> EniAsync(string address, string source, int seed) => new(
            await MakeAsync("enis", $$"""{"vswitchId":"{{vswitch}}","securityGroupIds":["{{group}}"],"privateIpAddresses":["{{address}}"],"trafficSource":{{source}}}"""),
            address,
            seed);

        async Task<string> FlowLogAsync(string logstore, bool report, string traffic)
        {
            await api.SendAsync(HttpMethod.Post, "projects/soak-project/logstores", $$"""{"name":"{{logstore}}","report":{{(report ? "true" : "false")}}}""", cancellation);
            return await MakeAsync("flowlogs", $$"""
                {"name":"{{logstore}}","resourceType":"VPC","resourceId":"{{vpc}}","trafficType":"{{traffic}}","project":"soak-project","logstore":"{{logstore}}","aggregationInterval":1}
                """);
        }

        async Task<string> MakeAsync(string path, string body) =>
            JsonElement.Parse(await api.SendAsync(HttpMethod.Post, path, body, cancellation)).GetProperty("id").GetString()!;
    }
}
