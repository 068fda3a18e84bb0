using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Accounts;

[Collection(ApiCollection.Name)]
public sealed class UserPoliciesTests(ApiFixture api)
{
    private static readonly object Vpc = new { cidrBlock = "10.0.0.0/16" };

    [Fact]
    public async Task NewUser_HasFullAccess()
    {
        var account = api.NewAccount();
        var user = await SubUser.CreateAsync(account, "ann");

        Assert.Equal(["FlowLogFullAccess"], PoliciesOf(await account.GetAsync("api/users/ann")));
        (await user.PostAsync("api/vpcs", Vpc)).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task ReadOnlyUser_SeesAll_AndChangesNothing()
    {
        var account = api.NewAccount();
        var vpc = (await account.PostAsync("api/vpcs", Vpc)).Text("id");
        var user = await WithAsync(account, "FlowLogReadOnlyAccess");

        (await user.GetAsync($"api/vpcs/{vpc}")).Expect(HttpStatusCode.OK);
        (await user.GetAsync("api/flowlogs")).Expect(HttpStatusCode.OK);
        var refused = (await user.DeleteAsync($"api/vpcs/{vpc}")).Expect(HttpStatusCode.Forbidden, "NoPermission");
        Assert.Contains($"vpc:DeleteVpc on acs:vpc:cn-hangzhou:{account.AccountId}:vpc/{vpc}", refused.Text("detail"), StringComparison.Ordinal);
        (await user.PostAsync("api/vpcs", "{ no json")).Expect(HttpStatusCode.Forbidden, "NoPermission");
        (await account.GetAsync($"api/vpcs/{vpc}")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task OwnPolicy_AllowsOneResource()
    {
        var account = api.NewAccount();
        var (mine, other) = ((await account.PostAsync("api/vpcs", Vpc)).Text("id"), (await account.PostAsync("api/vpcs", Vpc)).Text("id"));
        var user = await WithAsync(account);
        (await user.GetAsync($"api/vpcs/{mine}")).Expect(HttpStatusCode.Forbidden, "NoPermission");

        var put = (await account.PutAsync("api/users/ann/policy", Document("Allow", "vpc:*", $"acs:vpc:*:*:vpc/{mine}"))).Expect(HttpStatusCode.OK);

        Assert.NotNull(put.ETag);
        (await user.GetAsync($"api/vpcs/{mine}")).Expect(HttpStatusCode.OK);
        (await user.PatchAsync($"api/vpcs/{mine}", new { name = "mine" })).Expect(HttpStatusCode.OK);
        (await user.GetAsync($"api/vpcs/{other}")).Expect(HttpStatusCode.Forbidden, "NoPermission");
        (await user.GetAsync("api/vpcs")).Expect(HttpStatusCode.Forbidden, "NoPermission");
        (await user.GetAsync($"api/vpcs/{mine}?regionId=cn-nowhere")).Expect(HttpStatusCode.NotFound, "InvalidRegionId.NotFound");
    }

    [Fact]
    public async Task Deny_WinsOverFullAccess_AndEndsWithThePolicy()
    {
        var account = api.NewAccount();
        var user = await SubUser.CreateAsync(account, "ann");
        (await account.PutAsync("api/users/ann/policy", Document("Deny", "log:Create*", "*"))).Expect(HttpStatusCode.OK);

        (await user.PostAsync("api/projects", new { name = $"deny-{account.AccountId}" })).Expect(HttpStatusCode.Forbidden, "NoPermission");
        (await account.DeleteAsync("api/users/ann/policy")).Expect(HttpStatusCode.NoContent);

        (await user.PostAsync("api/projects", new { name = $"deny-{account.AccountId}" })).Expect(HttpStatusCode.Created);
        (await account.GetAsync("api/users/ann/policy")).Expect(HttpStatusCode.NotFound, "EntityNotExist.Policy");
        (await account.DeleteAsync("api/users/ann/policy")).Expect(HttpStatusCode.NotFound, "EntityNotExist.Policy");
    }

    [Fact]
    public async Task OwnKeys_AreOpenWithoutAPolicy_UnlessItIsDenied()
    {
        var account = api.NewAccount();
        var user = await WithAsync(account);
        (await user.GetAsync("api/account")).Expect(HttpStatusCode.OK);
        (await user.PostAsync("api/accesskeys")).Expect(HttpStatusCode.Created);

        (await account.PutAsync("api/users/ann/policy", Document("Deny", "ram:*AccessKey*", $"acs:ram::{account.AccountId}:user/ann"))).Expect(HttpStatusCode.OK);

        (await user.GetAsync("api/accesskeys")).Expect(HttpStatusCode.Forbidden, "NoPermission");
        (await account.GetAsync("api/users/ann/accesskeys")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AllowingEverything_GivesNothingOfThePrimaryAccounts()
    {
        var account = api.NewAccount();
        var user = await WithAsync(account, "FlowLogFullAccess");
        (await account.PutAsync("api/users/ann/policy", Document("Allow", "*", "*"))).Expect(HttpStatusCode.OK);

        (await user.GetAsync("api/users")).Expect(HttpStatusCode.Forbidden, "Forbidden.SubUser");
        (await user.PatchAsync("api/users/ann", new { policies = new[] { "FlowLogFullAccess" } })).Expect(HttpStatusCode.Forbidden, "Forbidden.SubUser");
        (await user.PutAsync("api/users/ann/policy", Document("Allow", "*", "*"))).Expect(HttpStatusCode.Forbidden, "Forbidden.SubUser");
        (await user.GetAsync("api/audit")).Expect(HttpStatusCode.Forbidden, "Forbidden.SubUser");
    }

    [Fact]
    public async Task Policy_IsShownAsItWasPut_AndGuardedByItsETag()
    {
        var account = api.NewAccount();
        var made = await account.PostAsync("api/users", new { name = "ann" });
        var put = await account.PutAsync("api/users/ann/policy", """{ "Version": "1", "Statement": [ { "Effect": "allow", "Action": "vpc:Describe*", "Resource": "*" } ] }""");

        var shown = (await account.GetAsync("api/users/ann/policy")).Expect(HttpStatusCode.OK);

        Assert.Equal("""{"Version":"1","Statement":[{"Effect":"Allow","Action":["vpc:Describe*"],"Resource":["*"]}]}""", shown.Json.GetRawText());
        Assert.Equal(put.ETag, shown.ETag);
        (await account.DeleteAsync("api/users/ann/policy", made.ETag)).Expect(HttpStatusCode.PreconditionFailed);
        Assert.Equal("True", (await account.GetAsync("api/users/ann")).Text("hasPolicy"));
    }

    [Fact]
    public async Task BadDocument_NamesAllProblemsAtTheirPlaces()
    {
        var account = api.NewAccount();
        await account.PostAsync("api/users", new { name = "ann" });

        var answer = (await account.PutAsync("api/users/ann/policy", """
            { "Version": "2", "Id": 1, "Statement": [
                { "Effect": "Maybe", "Action": ["vpc:CreateFlowLog", "vpc:CreateFlwLog"], "Resource": "flowlog/*" },
                { "Effect": "Allow", "Action": [], "Resource": ["*", "acs:vpc"], "Condition": {} },
                { "Effect": "Allow", "Resource": 5, "Action": "drop table" },
                7 ] }
            """)).Expect(HttpStatusCode.BadRequest, "InvalidParameter");

        Assert.Equal(
            [
                "Id UnknownProperty",
                "Statement[0].Action[1] Malformed", "Statement[0].Effect ValueNotSupported", "Statement[0].Resource Malformed",
                "Statement[1].Action TooFew", "Statement[1].Condition UnknownProperty", "Statement[1].Resource[1] Malformed",
                "Statement[2].Action Malformed", "Statement[2].Resource WrongType",
                "Statement[3] WrongType", "Version Malformed",
            ],
            answer.Errors);
        (await account.GetAsync("api/users/ann/policy")).Expect(HttpStatusCode.NotFound, "EntityNotExist.Policy");
    }

    [Theory]
    [InlineData("""{ "Version": "1", "Statement": [] }""", "Statement TooFew")]
    [InlineData("""{ "Version": "1" }""", "Statement MissingParameter")]
    [InlineData("""{ "Version": 1, "Statement": {} }""", "Statement WrongType,Version WrongType")]
    public async Task IncompleteDocument_IsRefused(string body, string problems)
    {
        var account = api.NewAccount();
        await account.PostAsync("api/users", new { name = "ann" });
        Assert.Equal(problems, string.Join(',', (await account.PutAsync("api/users/ann/policy", body)).Expect(HttpStatusCode.BadRequest).Errors));
    }

    [Fact]
    public async Task DocumentThatIsTooLong_IsRefused()
    {
        var account = api.NewAccount();
        await account.PostAsync("api/users", new { name = "ann" });
        var statements = Enumerable.Repeat(new { Effect = "Allow", Action = "vpc:*", Resource = "acs:vpc:*:*:" + new string('x', 200) }, 40);
        var body = System.Text.Json.JsonSerializer.Serialize(new { Version = "1", Statement = statements });

        Assert.Equal(["Statement TooMany"], (await account.PutAsync("api/users/ann/policy", body)).Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Fact]
    public async Task SystemPolicies_AreAttachedByName()
    {
        var account = api.NewAccount();
        (await account.PostAsync("api/users", new { name = "ann", policies = new[] { "FlowLogReadOnlyAccess" } })).Expect(HttpStatusCode.Created);

        Assert.Equal(["policies[0] Malformed"], (await account.PatchAsync("api/users/ann", new { policies = new[] { "Everything" } })).Errors);
        Assert.Equal(["policies MoreThanOnce"], (await account.PatchAsync("api/users/ann", new { policies = new[] { "FlowLogFullAccess", "FlowLogFullAccess" } })).Errors);
        Assert.Equal([" MissingParameter"], (await account.PatchAsync("api/users/ann", new { })).Errors);
        Assert.Equal(["FlowLogReadOnlyAccess"], PoliciesOf(await account.PatchAsync("api/users/ann", new { description = "reads" })));
        Assert.Empty(PoliciesOf((await account.PatchAsync("api/users/ann", new { policies = Array.Empty<string>() })).Expect(HttpStatusCode.OK)));
        (await account.PatchAsync("api/users/bob", new { description = "?" })).Expect(HttpStatusCode.NotFound, "EntityNotExist.User");
    }

    /// <summary>The sub-user ann with these system policies only.</summary>
    private static async Task<ApiClient> WithAsync(ApiClient account, params string[] policies)
    {
        var user = await SubUser.CreateAsync(account, "ann");
        (await account.PatchAsync("api/users/ann", new { policies })).Expect(HttpStatusCode.OK);
        return user;
    }

    private static string Document(string effect, string action, string resource) =>
        $$"""{ "Version": "1", "Statement": [ { "Effect": "{{effect}}", "Action": ["{{action}}"], "Resource": ["{{resource}}"] } ] }""";

    private static IEnumerable<string?> PoliciesOf(ApiAnswer user) => user.Json.GetProperty("policies").EnumerateArray().Select(name => name.GetString());
}
