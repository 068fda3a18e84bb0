using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Network;

[Collection(ApiCollection.Name)]
public sealed class EniTests(ApiFixture fixture)
{
    private readonly ApiClient _api = fixture.NewAccount();

    [Fact]
    public async Task Create_AnswersTheEniWithItsVpc()
    {
        var vpc = await _api.VpcAsync("10.0.0.0/8", "fd00::/48");
        var vswitchId = await _api.VSwitchAsync(vpc, "10.0.1.0/24", "fd00::/64");
        var group = await _api.GroupAsync(vpc);
        var body = new
        {
            vswitchId,
            name = "web-1",
            instanceId = "i-bp1web",
            macAddress = "00:16:3E:0A:0B:0C",
            privateIpAddresses = new[] { "10.0.1.20", "10.0.1.7" },
            ipv6Addresses = new[] { "FD00:0:0::5" },
            securityGroupIds = new[] { group },
            trafficSource = new { type = "PCAP" },
        };

        var made = (await _api.PostAsync("/api/enis", body)).Expect(HttpStatusCode.Created);

        Assert.Matches("^eni-[a-z][a-z0-9]{16}$", made.Text("id"));
        Assert.Equal((vpc, vswitchId, "web-1", "i-bp1web", "00:16:3e:0a:0b:0c"),
            (made.Text("vpcId"), made.Text("vswitchId"), made.Text("name"), made.Text("instanceId"), made.Text("macAddress")));
        Assert.Equal(["10.0.1.20", "10.0.1.7"], made.Texts("privateIpAddresses"));
        Assert.Equal(["fd00::5"], made.Texts("ipv6Addresses"));
        Assert.Equal([group], made.Texts("securityGroupIds"));
        Assert.Equal("""{"type":"pcap"}""", made.Text("trafficSource"));
        Assert.Equal(made.Json.ToString(), (await _api.GetAsync(made.Location!)).Expect(HttpStatusCode.OK).Json.ToString());
    }

    [Fact]
    public async Task Create_WithoutAddress_GetsTheFirstFreeOne()
    {
        var (_, vswitchId, group) = await _api.NetworkAsync("10.0.1.8/29");
        await _api.EniAsync(vswitchId, group, "10.0.1.10");
        var body = new { vswitchId, securityGroupIds = new[] { group } };

        var addresses = new List<string>();
        for (var i = 0; i < 3; i++)
            addresses.AddRange((await _api.PostAsync("/api/enis", body)).Expect(HttpStatusCode.Created).Texts("privateIpAddresses"));
        var full = (await _api.PostAsync("/api/enis", body)).Expect(HttpStatusCode.BadRequest);

        Assert.Equal(["10.0.1.9", "10.0.1.11", "10.0.1.12"], addresses);
        Assert.Equal(["vswitchId InvalidVSwitchId.IpNotEnough"], full.Errors);
    }

    [Fact]
    public async Task Create_WithManyFaults_NamesThemAll()
    {
        var body = new
        {
            name = "http://x",
            vswitchId = "vsw-nowhere",
            instanceId = "web",
            macAddress = "00-16-3e-0a-0b-0c",
            privateIpAddresses = new object[] { "10.0.1.300", 5, "fd00::1", "010.0.1.5" },
            securityGroupIds = new[] { "sg-nowhere" },
            trafficSource = new { type = "generator", flowsPerMinute = 0, speed = 1 },
        };

        var answer = (await _api.PostAsync("/api/enis", body)).Expect(HttpStatusCode.BadRequest, "InvalidParameter");

        Assert.Equal(
            [
                "instanceId Malformed", "macAddress Malformed", "name Malformed", "privateIpAddresses[0] Malformed", "privateIpAddresses[1] Malformed",
                "privateIpAddresses[2] Malformed", "privateIpAddresses[3] Malformed", "securityGroupIds InvalidSecurityGroupId.NotFound",
                "trafficSource.flowsPerMinute ValueNotSupported", "trafficSource.speed UnknownProperty", "vswitchId InvalidVSwitchId.NotFound",
            ],
            answer.Errors);
    }

    [Fact]
    public async Task Create_WithAddressesThatDoNotFit_NamesEach()
    {
        var (_, vswitchId, group) = await _api.NetworkAsync();
        await _api.EniAsync(vswitchId, group, "10.0.1.5");
        var body = new
        {
            vswitchId,
            securityGroupIds = new[] { group },
            privateIpAddresses = new[] { "10.0.1.5", "10.0.2.5", "10.0.1.0", "10.0.1.253" },
            ipv6Addresses = new[] { "fd00::1" },
        };

        var answer = (await _api.PostAsync("/api/enis", body)).Expect(HttpStatusCode.BadRequest);

        Assert.Equal(
            [
                "ipv6Addresses InvalidIpv6Address.NotInVSwitch", "privateIpAddresses InvalidPrivateIpAddress.AlreadyUsed",
                "privateIpAddresses InvalidPrivateIpAddress.NotInVSwitch", "privateIpAddresses InvalidPrivateIpAddress.Reserved",
                "privateIpAddresses InvalidPrivateIpAddress.Reserved",
            ],
            answer.Errors);
    }

    [Fact]
    public async Task Create_WithGroupsThatDoNotFit_NamesEach()
    {
        var (vpc, vswitchId, group) = await _api.NetworkAsync();
        var foreign = await fixture.NewAccount().NetworkAsync();
        string[] groups = [group, await _api.GroupAsync(vpc, "enterprise"), await _api.GroupAsync(await _api.VpcAsync()), foreign.Group];

        var answer = await _api.PostAsync("/api/enis", new { vswitchId, securityGroupIds = groups });

        Assert.Equal(
            [
                "securityGroupIds InvalidSecurityGroupId.Mismatch", "securityGroupIds InvalidSecurityGroupId.NotFound",
                "securityGroupIds InvalidSecurityGroupId.TypeMismatch",
            ],
            answer.Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Fact]
    public async Task Create_WithNoneOrTooManyOrRepeatedGroups_IsRefused()
    {
        var (_, vswitchId, group) = await _api.NetworkAsync();

        async Task<IReadOnlyList<string>> ErrorsAsync(object body) => (await _api.PostAsync("/api/enis", body)).Expect(HttpStatusCode.BadRequest).Errors;

        Assert.Equal(["securityGroupIds MissingParameter"], await ErrorsAsync(new { vswitchId }));
        Assert.Equal(["securityGroupIds TooFew"], await ErrorsAsync(new { vswitchId, securityGroupIds = Array.Empty<string>() }));
        Assert.Equal(["securityGroupIds TooMany"], await ErrorsAsync(new { vswitchId, securityGroupIds = Enumerable.Repeat(group, 11) }));
        Assert.Equal(["securityGroupIds MoreThanOnce"], await ErrorsAsync(new { vswitchId, securityGroupIds = Enumerable.Repeat(group, 2) }));
    }

    [Fact]
    public async Task CreateOfOneAddress_AtTheSameTime_MakesOne()
    {
        var (_, vswitchId, group) = await _api.NetworkAsync();
        var body = new { vswitchId, securityGroupIds = new[] { group }, privateIpAddresses = new[] { "10.0.1.99" } };

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _api.PostAsync("/api/enis", body)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer =>
            Assert.Equal(["privateIpAddresses InvalidPrivateIpAddress.AlreadyUsed"], answer.Expect(HttpStatusCode.BadRequest).Errors));
    }

    [Fact]
    public async Task CreateWithoutAddress_AtTheSameTime_GivesEachItsOwn()
    {
        var (_, vswitchId, group) = await _api.NetworkAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ =>
            _api.PostAsync("/api/enis", new { vswitchId, securityGroupIds = new[] { group } })));

        Assert.All(answers, answer => answer.Expect(HttpStatusCode.Created));
        Assert.Equal(30, answers.SelectMany(answer => answer.Texts("privateIpAddresses")).Distinct().Count());
    }

    [Fact]
    public async Task Change_OfWhatMayChange_AnswersTheEni()
    {
        var (vpc, vswitchId, group) = await _api.NetworkAsync();
        var other = await _api.GroupAsync(vpc);
        var path = $"/api/enis/{await _api.EniAsync(vswitchId, group, "10.0.1.5")}";
        var body = new
        {
            name = "renamed",
            description = "of new kind",
            instanceId = "i-abc",
            privateIpAddresses = new[] { "10.0.1.6", "10.0.1.5" },
            securityGroupIds = new[] { other, group },
            trafficSource = new { type = "generator", seed = 7 },
        };

        var changed = (await _api.PatchAsync(path, body)).Expect(HttpStatusCode.OK);

        Assert.Equal(("renamed", "of new kind", "i-abc"), (changed.Text("name"), changed.Text("description"), changed.Text("instanceId")));
        Assert.Equal(["10.0.1.6", "10.0.1.5"], changed.Texts("privateIpAddresses"));
        Assert.Equal([other, group], changed.Texts("securityGroupIds"));
        Assert.Equal("""{"type":"generator","seed":7,"flowsPerMinute":200}""", changed.Text("trafficSource"));
        var detached = (await _api.PatchAsync(path, new { instanceId = "" }, changed.ETag)).Expect(HttpStatusCode.OK);
        Assert.Null(detached.Text("instanceId"));
    }

    [Fact]
    public async Task Change_WithFaults_ChangesNothing()
    {
        var (_, vswitchId, group) = await _api.NetworkAsync();
        await _api.EniAsync(vswitchId, group, "10.0.1.6");
        var path = $"/api/enis/{await _api.EniAsync(vswitchId, group, "10.0.1.5")}";
        var before = await _api.GetAsync(path);

        var answer = await _api.PatchAsync(path, new { name = "new-name", privateIpAddresses = new[] { "10.0.1.6" }, vswitchId, trafficSource = (object?)null });

        Assert.Equal(
            ["privateIpAddresses InvalidPrivateIpAddress.AlreadyUsed", "trafficSource WrongType", "vswitchId UnknownProperty"],
            answer.Expect(HttpStatusCode.BadRequest).Errors);
        Assert.Equal(["privateIpAddresses TooFew"], (await _api.PatchAsync(path, new { privateIpAddresses = Array.Empty<string>() })).Errors);
        var after = await _api.GetAsync(path);
        Assert.Equal((before.Json.ToString(), before.ETag), (after.Json.ToString(), after.ETag));
    }

    [Fact]
    public async Task List_ByEachFilter_GivesOnlyThose()
    {
        var (vpc, vswitchId, group) = await _api.NetworkAsync();
        var eni = await _api.EniAsync(vswitchId, group, "10.0.1.5", "10.0.1.6");
        var (_, vswitch2, group2) = await _api.NetworkAsync();
        await _api.EniAsync(vswitch2, group2, "10.0.1.7");
        (await _api.PatchAsync($"/api/enis/{eni}", new { name = "web&1" })).Expect(HttpStatusCode.OK);

        foreach (var filter in new[] { $"vpcId={vpc}", $"vswitchId={vswitchId}", $"securityGroupId={group}", "privateIpAddress=10.0.1.6", "name=web%261" })
            Assert.Equal([eni], (await _api.GetAsync($"/api/enis?{filter}")).Expect(HttpStatusCode.OK).Ids());
        Assert.Empty((await _api.GetAsync($"/api/enis?vpcId={vpc}&privateIpAddress=10.0.1.7")).Ids());
        Assert.Equal(2, (await _api.GetAsync("/api/enis")).Ids().Count);
    }

    [Fact]
    public async Task AddressOfADeletedEni_IsFreeAgain()
    {
        var (_, vswitchId, group) = await _api.NetworkAsync();
        var eni = await _api.EniAsync(vswitchId, group, "10.0.1.5");

        (await _api.DeleteAsync($"/api/enis/{eni}")).Expect(HttpStatusCode.NoContent);

        await _api.EniAsync(vswitchId, group, "10.0.1.5");
    }
}
