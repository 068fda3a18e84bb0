using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Network;

[Collection(ApiCollection.Name)]
public sealed class RegionTests(ApiFixture fixture)
{
    [Fact]
    public async Task List_NamesEveryRegionAndOneDefault()
    {
        var answer = (await fixture.NewAccount().GetAsync("/api/regions")).Expect(HttpStatusCode.OK);

        Assert.Contains("eu-central-1", answer.Ids());
        var standard = Assert.Single(answer.Items, region => region.GetProperty("isDefault").GetBoolean());
        Assert.Equal("cn-hangzhou", standard.GetProperty("id").GetString());
    }

    [Fact]
    public async Task NoKey_IsRefused() =>
        (await fixture.Nobody().GetAsync("/api/regions")).Expect(HttpStatusCode.Unauthorized, "MissingAccessKey");

    [Fact]
    public async Task UnknownRegion_IsRefused() =>
        (await fixture.NewAccount().GetAsync("/api/vpcs?regionId=mars-1")).Expect(HttpStatusCode.NotFound, "InvalidRegionId.NotFound");
}
