using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Network;

[Collection(ApiCollection.Name)]
public sealed class SecurityGroupVersionTests(ApiFixture fixture)
{
    private static readonly object Ssh = new { direction = "ingress", protocol = "tcp", portRange = "22/22", cidr = "10.0.0.0/8" };
    private static readonly object Web = new { direction = "ingress", protocol = "tcp", portRange = "80/80", cidr = "0.0.0.0/0" };
    private static readonly object Ping = new { direction = "ingress", protocol = "icmp", cidr = "0.0.0.0/0", policy = "drop" };

    private readonly ApiClient _api = fixture.NewAccount();

    [Fact]
    public async Task NewRules_MakeANewVersionAndUnchangedOnesKeepTheirIds()
    {
        var made = await MadeAsync(Ssh, Web);

        var changed = (await _api.PatchAsync(made.Location!, new { rules = new[] { Ping, Web } }, made.ETag)).Expect(HttpStatusCode.OK);

        Assert.Equal("2", changed.Text("version"));
        Assert.Equal(made.Rules()[1].Id(), changed.Rules()[1].Id());
        Assert.DoesNotContain(changed.Rules()[0].Id(), made.Rules().Select(rule => rule.Id()));
        Assert.True(changed.Json.GetProperty("updatedAt").GetDateTimeOffset() >= made.Json.GetProperty("updatedAt").GetDateTimeOffset());
        Assert.NotEqual(made.ETag, changed.ETag);
    }

    [Fact]
    public async Task RuleWithItsId_KeepsItThroughChange()
    {
        var made = await MadeAsync(Ssh);
        var id = made.Rules()[0].Id();

        var changed = await _api.PutAsync($"{made.Location}/rules", new { rules = new[] { new { id, direction = "egress", protocol = "gre", destCidr = "10.1.0.0/16" } } });

        var rule = Assert.Single(changed.Expect(HttpStatusCode.OK).Rules());
        Assert.Equal((id, "egress"), (rule.Id(), rule.GetProperty("direction").GetString()));
        Assert.Equal("2", changed.Text("version"));
    }

    [Fact]
    public async Task RulesAsTheyWereRead_ChangeNothing()
    {
        var made = await MadeAsync(Ssh, Web);

        var same = (await _api.PutAsync($"{made.Location}/rules", new { rules = made.Rules() })).Expect(HttpStatusCode.OK);
        var again = (await _api.PatchAsync(made.Location!, new { rules = new[] { Ssh, Web } })).Expect(HttpStatusCode.OK);

        Assert.Equal((made.Json.ToString(), made.ETag), (same.Json.ToString(), same.ETag));
        Assert.Equal((made.Json.ToString(), made.ETag), (again.Json.ToString(), again.ETag));
        Assert.Single((await _api.GetAsync($"{made.Location}/versions")).Items);
    }

    [Fact]
    public async Task NewName_MakesNoVersionButANewETag()
    {
        var made = await MadeAsync(Ssh);

        var renamed = (await _api.PatchAsync(made.Location!, new { name = "renamed" })).Expect(HttpStatusCode.OK);

        Assert.Equal(("1", made.Text("updatedAt")), (renamed.Text("version"), renamed.Text("updatedAt")));
        Assert.NotEqual(made.ETag, renamed.ETag);
    }

    [Fact]
    public async Task NewInnerAccessPolicy_MakesANewVersion()
    {
        var made = await MadeAsync(Ssh);

        var changed = (await _api.PatchAsync(made.Location!, new { innerAccessPolicy = "Drop" })).Expect(HttpStatusCode.OK);

        Assert.Equal(("2", "drop"), (changed.Text("version"), changed.Text("innerAccessPolicy")));
    }

    [Fact]
    public async Task EveryVersion_IsReadBackAsItWas()
    {
        var versions = new List<ApiAnswer> { await MadeAsync(Ssh) };
        var path = versions[0].Location!;
        foreach (var rules in new object[][] { [Web], [], [Web, Ping] })
            versions.Add((await _api.PutAsync($"{path}/rules", new { rules })).Expect(HttpStatusCode.OK));

        var first = (await _api.GetAsync($"{path}/versions?limit=3")).Expect(HttpStatusCode.OK);
        var rest = (await _api.GetAsync($"{path}/versions?limit=3&cursor={first.Text("cursor")}")).Expect(HttpStatusCode.OK);

        Assert.Equal([1, 2, 3, 4], first.Items.Concat(rest.Items).Select(item => item.GetProperty("version").GetInt32()));
        foreach (var made in versions)
        {
            var version = (await _api.GetAsync($"{path}/versions/{made.Text("version")}")).Expect(HttpStatusCode.OK);
            Assert.Equal((made.Text("rules"), made.Text("updatedAt")), (version.Text("rules"), version.Text("updatedAt")));
        }
    }

    [Fact]
    public async Task VersionsOfADeletedGroup_CanStillBeRead()
    {
        var made = await MadeAsync(Ssh);
        (await _api.DeleteAsync(made.Location!)).Expect(HttpStatusCode.NoContent);

        (await _api.GetAsync(made.Location!)).Expect(HttpStatusCode.NotFound, "InvalidSecurityGroupId.NotFound");
        var version = (await _api.GetAsync($"{made.Location}/versions/1")).Expect(HttpStatusCode.OK);

        Assert.Equal(made.Text("rules"), version.Text("rules"));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    [InlineData("one")]
    public async Task VersionThatIsNotThere_IsNotFound(string version)
    {
        var made = await MadeAsync(Ssh);

        (await _api.GetAsync($"{made.Location}/versions/{version}")).Expect(HttpStatusCode.NotFound, "InvalidSecurityGroupVersion.NotFound");
    }

    [Fact]
    public async Task AnotherAccount_SeesNoVersions()
    {
        var made = await MadeAsync(Ssh);
        var other = fixture.NewAccount();

        (await other.GetAsync($"{made.Location}/versions")).Expect(HttpStatusCode.NotFound, "InvalidSecurityGroupId.NotFound");
        (await other.GetAsync($"{made.Location}/versions/1")).Expect(HttpStatusCode.NotFound, "InvalidSecurityGroupId.NotFound");
    }

    [Fact]
    public async Task UnknownOrRepeatedRuleIds_AreRefusedAndNothingChanges()
    {
        var made = await MadeAsync(Ssh, Web);
        var id = made.Rules()[0].Id();
        object Rule(string ruleId, int port) => new { id = ruleId, direction = "ingress", protocol = "tcp", portRange = $"{port}/{port}", cidr = "10.0.0.0/8" };

        var answer = await _api.PutAsync($"{made.Location}/rules", new { rules = new[] { Rule(id, 1), Rule(id, 2), Rule("sgr-nowhere", 3) } });

        Assert.Equal(["rules[1].id MoreThanOnce", "rules[2].id InvalidSecurityGroupRuleId.NotFound"], answer.Expect(HttpStatusCode.BadRequest).Errors);
        Assert.Equal(made.ETag, (await _api.GetAsync(made.Location!)).ETag);
    }

    [Fact]
    public async Task ReplacingRules_WithoutAListOrWithMore_IsRefused()
    {
        var made = await MadeAsync(Ssh);

        var answer = await _api.PutAsync($"{made.Location}/rules", new { name = "renamed" });

        Assert.Equal(["name UnknownProperty", "rules MissingParameter"], answer.Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Fact]
    public async Task ChangesAtTheSameTime_EachMakeTheirVersion()
    {
        var made = await MadeAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, 10).Select(port => _api.PutAsync(
            $"{made.Location}/rules", new { rules = new[] { new { direction = "ingress", protocol = "tcp", portRange = $"{port}/{port}", cidr = "10.0.0.0/8" } } })));

        Assert.Equal(Enumerable.Range(2, 10), answers.Select(answer => answer.Expect(HttpStatusCode.OK).Json.GetProperty("version").GetInt32()).Order());
        Assert.Equal(11, (await _api.GetAsync($"{made.Location}/versions")).Items.Count);
    }

    private async Task<ApiAnswer> MadeAsync(params object[] rules) =>
        (await _api.PostAsync("/api/securitygroups", new { vpcId = await _api.VpcAsync(), rules })).Expect(HttpStatusCode.Created);
}
