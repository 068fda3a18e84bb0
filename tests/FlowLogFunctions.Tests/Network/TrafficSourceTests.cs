using System.Net;
using System.Text.Json;
using FlowLogFunctions.Tests.Capture.Interfaces;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Network;

[Collection(ApiCollection.Name)]
public sealed class TrafficSourceTests(ApiFixture fixture)
{
    private readonly ApiClient _api = fixture.NewAccount();

    [Fact]
    public async Task Generator_WithoutSeed_HasItsOwnAndKeepsIt()
    {
        var (_, vswitchId, group) = await _api.NetworkAsync();
        var body = new { vswitchId, securityGroupIds = new[] { group }, trafficSource = new { type = "generator" } };

        var one = (await _api.PostAsync("/api/enis", body)).Expect(HttpStatusCode.Created);
        var other = (await _api.PostAsync("/api/enis", body)).Expect(HttpStatusCode.Created);
        var again = await _api.PatchAsync(one.Location!, new { trafficSource = new { type = "generator" } });

        Assert.InRange(one.Json.GetProperty("trafficSource").GetProperty("seed").GetInt64(), 1, int.MaxValue);
        Assert.NotEqual(one.Text("trafficSource"), other.Text("trafficSource"));
        Assert.Equal(one.Text("trafficSource"), again.Text("trafficSource"));
    }

    [Theory]
    [InlineData("aws-flow-logs", null, "trafficSource.interfaceId MissingParameter")]
    [InlineData("aws-flow-logs", "eni 1", "trafficSource.interfaceId Malformed")]
    [InlineData("vnet-flow-logs", "eni-1", "trafficSource.interfaceId ValueNotSupported")]
    [InlineData("AwsFlowLogs", null, "trafficSource.type ValueNotSupported")]
    public async Task InterfaceOfAnotherCloud_IsNeededForAwsOnly(string type, string? interfaceId, string problem)
    {
        var (_, vswitchId, group) = await _api.NetworkAsync();

        var answer = await _api.PostAsync("/api/enis", new { vswitchId, securityGroupIds = new[] { group }, trafficSource = interfaceId is null ? (object)new { type } : new { type, interfaceId } });

        Assert.Equal([problem], answer.Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Theory]
    [InlineData("nsg-flow-logs", null)]
    [InlineData("aws-flow-logs", "eni-1235b8ca123456789")]
    public async Task SourceAtAnotherCloud_IsShownAsItWasGiven(string type, string? interfaceId)
    {
        var (_, vswitchId, group) = await _api.NetworkAsync();

        var answer = await _api.PostAsync("/api/enis", new { vswitchId, securityGroupIds = new[] { group }, trafficSource = interfaceId is null ? (object)new { type } : new { type, interfaceId } });

        var source = answer.Expect(HttpStatusCode.Created).Json.GetProperty("trafficSource");
        Assert.Equal(type, source.GetProperty("type").GetString());
        Assert.Equal(interfaceId, source.TryGetProperty("interfaceId", out var shown) ? shown.GetString() : null);
    }

    [Fact]
    public async Task SeedOfWhatIsNoGenerator_IsRefused()
    {
        var (_, vswitchId, group) = await _api.NetworkAsync();

        var answer = await _api.PostAsync("/api/enis", new { vswitchId, securityGroupIds = new[] { group }, trafficSource = new { type = "pcap", seed = 1 } });

        Assert.Equal(["trafficSource.seed ValueNotSupported"], answer.Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Theory]
    [InlineData("""{"type":"interface"}""", "trafficSource.interface MissingParameter")]
    [InlineData("""{"type":"interface","interface":""}""", "trafficSource.interface Malformed")]
    [InlineData("""{"type":"interface","interface":"a/b"}""", "trafficSource.interface Malformed")]
    [InlineData("""{"type":"interface","interface":".."}""", "trafficSource.interface Malformed")]
    [InlineData("""{"type":"interface","interface":"abcdefghijklmnop"}""", "trafficSource.interface Malformed")]
    [InlineData("""{"type":"interface","interface":7}""", "trafficSource.interface WrongType")]
    [InlineData("""{"type":"interface","interface":"eth0","seed":1}""", "trafficSource.seed ValueNotSupported")]
    [InlineData("""{"type":"pcap","interface":"eth0"}""", "trafficSource.interface ValueNotSupported")]
    public async Task InterfaceThatDoesNotFit_IsRefused(string source, string problem)
    {
        var (_, vswitchId, group) = await _api.NetworkAsync();
        var body = new { vswitchId, securityGroupIds = new[] { group }, trafficSource = JsonDocument.Parse(source).RootElement };

        Assert.Equal([problem], (await _api.PostAsync("/api/enis", body)).Expect(HttpStatusCode.BadRequest).Errors);
    }

    [NamespacesFact]
    public async Task Interface_IsShownAndChanged()
    {
        var (_, vswitchId, group) = await _api.NetworkAsync();
        var source = new Dictionary<string, string> { ["type"] = "interface", ["interface"] = "lo" };

        var made = (await _api.PostAsync("/api/enis", new { vswitchId, securityGroupIds = new[] { group }, trafficSource = source })).Expect(HttpStatusCode.Created);
        var changed = (await _api.PatchAsync(made.Location!, new { trafficSource = new { type = "none" } })).Expect(HttpStatusCode.OK);

        Assert.Equal("""{"type":"interface","interface":"lo"}""", made.Text("trafficSource"));
        Assert.Equal("""{"type":"none"}""", changed.Text("trafficSource"));
    }
}
