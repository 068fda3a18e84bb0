using System.Text.Json.Nodes;
using FlowLog.Flows;
using FlowLogFunctions.LocalHost.Sample;
using FlowLogFunctions.Testing;
using FlowLogFunctions.Tests.Capture.Interfaces;
using FlowLogFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowLogFunctions.Tests.Capture;

[Collection(ApiCollection.Name)]
public sealed class LiveSampleTests(ApiFixture api)
{
    [Theory]
    [InlineData("192.0.2.2", 24, "192.0.2.0/24")]
    [InlineData("127.0.0.1", 8, "127.0.0.0/8")]
    [InlineData("10.1.2.3", 32, "10.1.2.0/29")]
    [InlineData("10.1.2.8", 29, "10.1.2.0/28")]
    [InlineData("10.1.2.254", 24, "10.1.2.0/23")]
    [InlineData("10.1.3.254", 24, "10.1.0.0/21")]
    [InlineData("10.1.3.1", 4, "10.0.0.0/8")]
    [InlineData("10.255.255.254", 24, null)]
    public void Block_HoldsTheAddressAndDoesNotReserveIt(string address, int prefix, string? block) =>
        Assert.Equal(block, HostInterface.BlockAround(IpAddress.Parse(address), prefix)?.ToString());

    [NamespacesFact]
    public async Task ThisHost_IsAnEniUnderAFlowLogOfItsOwn()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");
        using var http = new HttpClient { BaseAddress = api.Address };
        http.DefaultRequestHeaders.Add("Authorization", stage.Account.Authorization);
        var names = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("samples", "network.json")))!["thisHost"]!;

        // Twice: what is there already is kept.
        for (var time = 0; time < 2; time++)
            await new LiveSample(new SampleApi(http, "cn-hangzhou"), names, NullLogger.Instance).MakeAsync(stage.Project, "flows", default);

        var eni = Assert.Single((await stage.Account.GetAsync("api/enis?name=this-host")).Items);
        Assert.Equal("interface", eni.GetProperty("trafficSource").GetProperty("type").GetString());
        var flowLog = Assert.Single((await stage.Account.GetAsync("api/flowlogs")).Items);
        Assert.Equal(eni.GetProperty("id").GetString(), flowLog.GetProperty("resourceId").GetString());
    }
}
