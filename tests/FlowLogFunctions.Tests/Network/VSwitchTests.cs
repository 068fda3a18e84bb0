using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Network;

[Collection(ApiCollection.Name)]
public sealed class VSwitchTests(ApiFixture fixture)
{
    private readonly ApiClient _api = fixture.NewAccount();

    [Fact]
    public async Task Create_AnswersTheVSwitch()
    {
        var vpcId = await _api.VpcAsync("10.0.0.0/8", "fd00::/48");
        var body = new { vpcId, name = "web", cidrBlock = "10.1.0.0/16", ipv6CidrBlock = "fd00:0:0:1::/64", zoneId = "cn-hangzhou-i" };

        var made = (await _api.PostAsync("/api/vswitches", body)).Expect(HttpStatusCode.Created);

        Assert.Matches("^vsw-[a-z][a-z0-9]{16}$", made.Text("id"));
        Assert.Equal((vpcId, "web", "10.1.0.0/16", "fd00:0:0:1::/64", "cn-hangzhou-i"),
            (made.Text("vpcId"), made.Text("name"), made.Text("cidrBlock"), made.Text("ipv6CidrBlock"), made.Text("zoneId")));
        Assert.Equal(made.Json.ToString(), (await _api.GetAsync(made.Location!)).Expect(HttpStatusCode.OK).Json.ToString());
    }

    [Theory]
    [InlineData("11.0.0.0/16", "fd01::/64", "cidrBlock InvalidCidrBlock.NotInVpc", "ipv6CidrBlock InvalidCidrBlock.NotInVpc")]
    [InlineData("10.0.1.128/25", "fd00:0:0:1::/80", "cidrBlock InvalidCidrBlock.Overlapped", "ipv6CidrBlock InvalidCidrBlock.Overlapped")]
    [InlineData("10.0.0.0/16", "fd00::/56", "cidrBlock InvalidCidrBlock.Overlapped", "ipv6CidrBlock InvalidCidrBlock.Overlapped")]
    public async Task Create_OutsideOrOverSiblings_IsRefused(string cidrBlock, string ipv6CidrBlock, params string[] errors)
    {
        var vpcId = await _api.VpcAsync("10.0.0.0/8", "fd00::/48");
        await _api.VSwitchAsync(vpcId, "10.0.1.0/24", "fd00:0:0:1::/64");

        var answer = (await _api.PostAsync("/api/vswitches", new { vpcId, cidrBlock, ipv6CidrBlock })).Expect(HttpStatusCode.BadRequest);

        Assert.Equal(errors, answer.Errors);
    }

    [Fact]
    public async Task Create_OfIpv6InAVpcWithout_IsRefused()
    {
        var vpcId = await _api.VpcAsync();

        var answer = await _api.PostAsync("/api/vswitches", new { vpcId, cidrBlock = "10.0.1.0/24", ipv6CidrBlock = "fd00::/64" });

        Assert.Equal(["ipv6CidrBlock InvalidCidrBlock.NotInVpc"], answer.Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Fact]
    public async Task Create_WithFaultsAndForeignVpc_NamesAll()
    {
        var foreign = await fixture.NewAccount().VpcAsync();

        var answer = await _api.PostAsync("/api/vswitches", new { vpcId = foreign, cidrBlock = 7, name = "x", zoneId = "Zone 1" });

        Assert.Equal(
            ["cidrBlock WrongType", "name Malformed", "vpcId InvalidVpcId.NotFound", "zoneId Malformed"], answer.Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Fact]
    public async Task SameBlockInAnotherVpc_IsTaken()
    {
        await _api.VSwitchAsync(await _api.VpcAsync());

        var made = await _api.PostAsync("/api/vswitches", new { vpcId = await _api.VpcAsync(), cidrBlock = "10.0.1.0/24" });

        made.Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task List_ByVpc_GivesOnlyThose()
    {
        var vpcId = await _api.VpcAsync();
        await _api.VSwitchAsync(await _api.VpcAsync());
        var wanted = await _api.VSwitchAsync(vpcId);

        Assert.Equal([wanted], (await _api.GetAsync($"/api/vswitches?vpcId={vpcId}")).Ids());
    }

    [Fact]
    public async Task CreateOfOverlapping_AtTheSameTime_MakesOne()
    {
        var vpcId = await _api.VpcAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            _api.PostAsync("/api/vswitches", new { vpcId, cidrBlock = $"10.0.0.0/{16 + i}" })));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => answer.Expect(HttpStatusCode.BadRequest));
        Assert.Single((await _api.GetAsync("/api/vswitches")).Items);
    }

    [Fact]
    public async Task Change_OfName_KeepsTheRest()
    {
        var id = await _api.VSwitchAsync(await _api.VpcAsync());

        var changed = (await _api.PatchAsync($"/api/vswitches/{id}", new { name = "renamed" })).Expect(HttpStatusCode.OK);

        Assert.Equal(("renamed", "10.0.1.0/24"), (changed.Text("name"), changed.Text("cidrBlock")));
    }
}
