using System.Net;
using FlowLogFunctions.Tests.Network;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>An account that the settings do not name asks for traffic of the host, or of flow logs that lie there for another account.</summary>
[Collection(ApiCollection.Name)]
public sealed class HostSourceAttacks(ApiFixture api)
{
    public static TheoryData<string, string?> Sources => new()
    {
        { "vnet-flow-logs", null },
        { "nsg-flow-logs", null },
        { "aws-flow-logs", "interfaceId" },
        { "interface", "interface" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task AccountThatIsNotNamed_GetsNone(string type, string? own)
    {
        var (_, vswitchId, group) = await api.Outsider.NetworkAsync();
        var eni = new { vswitchId, securityGroupIds = new[] { group }, macAddress = "00:22:48:0a:00:01" };
        var made = (await api.Outsider.PostAsync("/api/enis", eni)).Expect(HttpStatusCode.Created);

        var created = await api.Outsider.PostAsync("/api/enis", new { eni.vswitchId, eni.securityGroupIds, eni.macAddress, trafficSource = Source(type, own, "lo") });
        var changed = await api.Outsider.PatchAsync(made.Location!, new { trafficSource = Source(type, own, "lo") });

        var refused = created.Expect(HttpStatusCode.Forbidden, "Forbidden.TrafficSource");
        Assert.Contains("FlowLog__HostSources__AccountIds__0", refused.Text("detail"), StringComparison.Ordinal);
        changed.Expect(HttpStatusCode.Forbidden, "Forbidden.TrafficSource");
        // Whether the host has such an interface is not told.
        (await api.Outsider.PatchAsync(made.Location!, new { trafficSource = Source(type, own, "nosuch0") })).Expect(HttpStatusCode.Forbidden, "Forbidden.TrafficSource");
        var left = (await api.Outsider.GetAsync(made.Location!)).Expect(HttpStatusCode.OK);
        Assert.Equal((made.ETag, """{"type":"pcap"}"""), (left.ETag, left.Text("trafficSource")));
    }

    [Theory]
    [InlineData("vnet-flow-logs", null)]
    [InlineData("aws-flow-logs", "interfaceId")]
    public async Task AccountThatIsNamed_GetsThem(string type, string? own)
    {
        var account = api.NewAccount();
        var (_, vswitchId, group) = await account.NetworkAsync();

        var made = (await account.PostAsync("/api/enis", new { vswitchId, securityGroupIds = new[] { group }, trafficSource = Source(type, own, "eni-1") })).Expect(HttpStatusCode.Created);

        (await account.PatchAsync(made.Location!, new { trafficSource = Source("nsg-flow-logs", null, "") })).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("pcap")]
    [InlineData("generator")]
    [InlineData("none")]
    public async Task SourcesOfTheAccountItself_AreEverybodys(string type)
    {
        var (_, vswitchId, group) = await api.Outsider.NetworkAsync();
        var source = Source(type, null, "");

        var made = (await api.Outsider.PostAsync("/api/enis", new { vswitchId, securityGroupIds = new[] { group }, trafficSource = source })).Expect(HttpStatusCode.Created);

        (await api.Outsider.PatchAsync(made.Location!, new { trafficSource = source })).Expect(HttpStatusCode.OK);
    }

    private static Dictionary<string, string> Source(string type, string? own, string name)
    {
        var source = new Dictionary<string, string> { ["type"] = type };
        if (own is not null)
            source[own] = name;
        return source;
    }
}
