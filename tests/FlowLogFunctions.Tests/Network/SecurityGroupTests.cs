using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Network;

[Collection(ApiCollection.Name)]
public sealed class SecurityGroupTests(ApiFixture fixture)
{
    private readonly ApiClient _api = fixture.NewAccount();

    [Fact]
    public async Task Create_AnswersTheGroupWithItsRules()
    {
        var vpcId = await _api.VpcAsync();
        var peer = await _api.GroupAsync(vpcId);
        object[] rules =
        [
            new { direction = "ingress", protocol = "TCP", portRange = "22/22", cidr = "10.0.0.0/8", priority = 5, description = "管理 🔑" },
            new { direction = "ingress", protocol = "all", groupId = peer, policy = "drop" },
            new { direction = "egress", protocol = "udp", portRange = "53/53", sourcePortRange = "1024/65535", destCidr = "fd00::/8", sourceCidr = "fd01::/16" },
        ];

        var made = (await _api.PostAsync("/api/securitygroups", new { vpcId, name = "web", rules })).Expect(HttpStatusCode.Created);

        Assert.Matches("^sg-[a-z][a-z0-9]{16}$", made.Text("id"));
        Assert.Equal(("web", vpcId, "normal", "accept", "1"),
            (made.Text("name"), made.Text("vpcId"), made.Text("type"), made.Text("innerAccessPolicy"), made.Text("version")));
        Assert.Equal(
            [
                """{"direction":"ingress","protocol":"tcp","portRange":"22/22","sourceCidr":"10.0.0.0/8","policy":"accept","priority":5,"description":"管理 🔑"}""",
                $$"""{"direction":"ingress","protocol":"all","portRange":"-1/-1","sourceGroupId":"{{peer}}","policy":"drop","priority":1,"description":""}""",
                """{"direction":"egress","protocol":"udp","portRange":"53/53","sourcePortRange":"1024/65535","sourceCidr":"fd01::/16","destCidr":"fd00::/8","policy":"accept","priority":1,"description":""}""",
            ],
            made.Rules().Select(rule => rule.WithoutId()));
        Assert.All(made.Rules(), rule => Assert.Matches("^sgr-[a-z][a-z0-9]{16}$", rule.Id()));
        Assert.Equal(made.Json.ToString(), (await _api.GetAsync(made.Location!)).Expect(HttpStatusCode.OK).Json.ToString());
    }

    [Fact]
    public async Task Create_WithManyFaults_NamesThemAll()
    {
        var foreign = await fixture.NewAccount().NetworkAsync();
        object[] rules =
        [
            new { direction = "sideways", protocol = "tcp", portRange = "22", cidr = "10.0.0.1/8" },
            new { direction = "ingress", protocol = "tcp", cidr = "10.0.0.0/8", sourceCidr = "10.0.0.0/8", priority = 101, policy = "maybe" },
            new { direction = "egress", protocol = "icmp", portRange = "1/2", prefixListId = "pl-nowhere" },
            new { direction = "ingress", protocol = "all", extra = true },
            new { direction = "ingress", protocol = "gre", sourceGroupId = foreign.Group },
            "no rule",
        ];

        var answer = await _api.PostAsync("/api/securitygroups", new { vpcId = foreign.Vpc, type = "advanced", rules });

        Assert.Equal(
            [
                "rules[0].cidr Malformed", "rules[0].direction ValueNotSupported", "rules[0].portRange Malformed",
                "rules[1].cidr InvalidParameter.Conflict", "rules[1].policy ValueNotSupported", "rules[1].portRange OperationDenied",
                "rules[1].priority ValueNotSupported", "rules[2].portRange OperationDenied", "rules[2].prefixListId InvalidPrefixListId.NotFound",
                "rules[3].extra UnknownProperty", "rules[3].sourceCidr MissingParameter.Source",
                "rules[4].sourceGroupId InvalidSecurityGroupId.NotFound", "rules[5] WrongType", "type ValueNotSupported", "vpcId InvalidVpcId.NotFound",
            ],
            answer.Expect(HttpStatusCode.BadRequest, "InvalidParameter").Errors);
    }

    [Fact]
    public async Task EnterpriseGroup_HasNoInnerAccessPolicyAndNamesNoGroups()
    {
        var vpcId = await _api.VpcAsync();
        var peer = await _api.GroupAsync(vpcId);
        object[] rules = [new { direction = "ingress", protocol = "all", groupId = peer }];

        var answer = await _api.PostAsync("/api/securitygroups", new { vpcId, type = "enterprise", innerAccessPolicy = "drop", rules });
        var made = await _api.PostAsync("/api/securitygroups", new { vpcId, type = "enterprise" });

        Assert.Equal(
            ["innerAccessPolicy ValueNotSupported", "rules[0].groupId InvalidSourceGroupId.Mismatch"], answer.Expect(HttpStatusCode.BadRequest).Errors);
        Assert.Null(made.Expect(HttpStatusCode.Created).Text("innerAccessPolicy"));
        Assert.Equal("enterprise", made.Text("type"));
    }

    [Fact]
    public async Task RuleThatNamesAGroupOfAnotherVpcOrAnEnterpriseGroup_IsRefused()
    {
        var vpcId = await _api.VpcAsync();
        object[] rules =
        [
            new { direction = "ingress", protocol = "all", groupId = await _api.GroupAsync(await _api.VpcAsync()) },
            new { direction = "egress", protocol = "all", groupId = await _api.GroupAsync(vpcId, "enterprise") },
        ];

        var answer = await _api.PostAsync("/api/securitygroups", new { vpcId, rules });

        Assert.Equal(
            ["rules[0].groupId InvalidSourceGroupId.Mismatch", "rules[1].groupId InvalidSourceGroupId.Mismatch"],
            answer.Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Fact]
    public async Task RepeatedRule_IsThereOnce()
    {
        var vpcId = await _api.VpcAsync();
        object[] rules =
        [
            new { direction = "ingress", protocol = "tcp", portRange = "22/22", cidr = "10.0.0.0/8" },
            new { direction = "ingress", protocol = "6", portRange = "22/22", sourceCidr = "10.0.0.0/8", description = "again" },
        ];

        var made = (await _api.PostAsync("/api/securitygroups", new { vpcId, rules })).Expect(HttpStatusCode.Created);

        Assert.Equal("", Assert.Single(made.Rules()).GetProperty("description").GetString());
    }

    [Fact]
    public async Task TwoHundredOfTheLargestRules_AreTakenAndOneMoreIsNot()
    {
        var vpcId = await _api.VpcAsync();
        object Rule(int i) => new
        {
            direction = "ingress",
            protocol = "tcp",
            portRange = $"{i + 1}/65535",
            sourcePortRange = "10000/65535",
            sourceCidr = "fd00:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128",
            destCidr = "fd00:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128",
            description = string.Concat(Enumerable.Repeat("🔑", 256)),
        };

        var made = (await _api.PostAsync("/api/securitygroups", new { vpcId, rules = Enumerable.Range(0, 200).Select(Rule) })).Expect(HttpStatusCode.Created);
        var more = await _api.PatchAsync(made.Location!, new { rules = Enumerable.Range(0, 201).Select(Rule) });

        Assert.Equal(200, (await _api.GetAsync(made.Location!)).Rules().Count);
        Assert.Equal(["rules TooMany"], more.Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Fact]
    public async Task List_ByVpcAndType_GivesOnlyThose()
    {
        var vpcId = await _api.VpcAsync();
        await _api.GroupAsync(vpcId);
        await _api.GroupAsync(await _api.VpcAsync(), "enterprise");
        var wanted = await _api.GroupAsync(vpcId, "enterprise");

        Assert.Equal([wanted], (await _api.GetAsync($"/api/securitygroups?vpcId={vpcId}&type=enterprise")).Ids());
    }
}
