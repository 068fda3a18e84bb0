using System.Net;
using FlowLogFunctions.Tests.FlowLogs;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>A sub-user may do one thing and names in its body what only another action is about.</summary>
[Collection(ApiCollection.Name)]
public sealed class NamedInBodiesAttacks(ApiFixture api)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FlowLog_NeedsTheRightToWriteIntoItsLogstore(bool report)
    {
        var (scene, user) = await SceneAsync(Allow("vpc:*"), Deny("log:*"));

        var refused = (await user.PostAsync("api/flowlogs", scene.Request(("analysisReport", report)))).Expect(HttpStatusCode.Forbidden, "NoPermission");

        Assert.Contains(
            $"log:PostLogStoreLogs on acs:log:cn-hangzhou:{scene.Account.AccountId}:project/{scene.Project}/logstore/flows", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Empty((await scene.Account.GetAsync("api/flowlogs")).Items);
        var logstore = (await scene.Account.GetAsync(scene.LogstorePath)).Expect(HttpStatusCode.OK);
        Assert.Equal(("300", "False"), (logstore.Text("ttlDays"), logstore.Text("report")));
    }

    [Fact]
    public async Task FlowLogWithTheReport_NeedsTheRightToTurnItOn()
    {
        var (scene, user) = await SceneAsync(Allow("vpc:*", "log:PostLogStoreLogs"));

        var refused = (await user.PostAsync("api/flowlogs", scene.Request(("analysisReport", true)))).Expect(HttpStatusCode.Forbidden, "NoPermission");

        Assert.Contains("log:CreateDashboard on ", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Equal("300", (await scene.Account.GetAsync(scene.LogstorePath)).Text("ttlDays"));
        (await user.PostAsync("api/flowlogs", scene.Request(("analysisReport", false)))).Expect(HttpStatusCode.Created);
        await PutPolicyAsync(scene, Allow("vpc:*", "log:PostLogStoreLogs", "log:CreateDashboard"));
        (await user.PostAsync("api/flowlogs", scene.Request(("analysisReport", true)))).Expect(HttpStatusCode.Created);
        Assert.Equal("7", (await scene.Account.GetAsync(scene.LogstorePath)).Text("ttlDays"));
    }

    [Fact]
    public async Task FlowLog_NeedsTheRightOnTheLogstoreItself()
    {
        var (scene, user) = await SceneAsync(Allow("vpc:*"));
        (await scene.Account.PostAsync($"api/projects/{scene.Project}/logstores", new { name = "others" })).Expect(HttpStatusCode.Created);
        await PutPolicyAsync(scene, Allow("vpc:*"), AllowOn($"acs:log:*:*:project/{scene.Project}/logstore/flows", "log:PostLogStoreLogs"));

        (await user.PostAsync("api/flowlogs", scene.Request())).Expect(HttpStatusCode.Created);
        (await user.PostAsync("api/flowlogs", scene.Request(("logstore", "others")))).Expect(HttpStatusCode.Forbidden, "NoPermission");
        (await user.PostAsync("api/flowlogs", scene.Request(("logstore", null)))).Expect(HttpStatusCode.Forbidden, "NoPermission");
        (await user.PostAsync("api/flowlogs", scene.Request(("logstore", new string('x', 900_000))))).Expect(HttpStatusCode.Forbidden, "NoPermission");
        Assert.Equal(
            ["logstore MissingParameter", "project MissingParameter"],
            (await user.PostAsync("api/flowlogs", scene.Request(("project", null), ("logstore", null)))).Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Theory]
    [InlineData("api/flowlogs")]
    [InlineData("api/flowlogs/estimate")]
    public async Task Refusal_IsTheSameWhetherItIsThere(string path)
    {
        var (scene, user) = await SceneAsync(Allow("vpc:*"), Deny("log:*"));

        async Task<string> RefusalAsync(params (string Name, object? Value)[] other) =>
            (await user.PostAsync(path, scene.Request(other))).Expect(HttpStatusCode.Forbidden, "NoPermission").Json.GetRawText();

        var there = await RefusalAsync();
        Assert.Equal(there, (await RefusalAsync(("logstore", "flaws"))).Replace("flaws", "flows", StringComparison.Ordinal));
        Assert.Equal(there, (await RefusalAsync(("project", "no-project"))).Replace("no-project", scene.Project, StringComparison.Ordinal));
        // Other problems of the body do not loosen its tongue.
        Assert.Equal(there, await RefusalAsync(("trafficType", "Some"), ("resourceId", "eni-none")));
        Assert.Equal(
            (await RefusalAsync(("logstore", null))).Replace(scene.Project, "no-project", StringComparison.Ordinal),
            await RefusalAsync(("logstore", null), ("project", "no-project")));
    }

    [Fact]
    public async Task Estimate_NeedsTheRightToSeeItsLogstore()
    {
        var (scene, user) = await WithUserAsync(await FlowLogScene.CreateAsync(api, network: false), Allow("vpc:*"));

        var refused = (await user.PostAsync("api/flowlogs/estimate", scene.Request())).Expect(HttpStatusCode.Forbidden, "NoPermission");

        Assert.Contains("log:GetLogStore on ", refused.Text("detail"), StringComparison.Ordinal);
        var vpc = await VpcAsync(scene);
        (await user.PostAsync("api/flowlogs/estimate", scene.Request([.. vpc, ("project", null), ("logstore", null)]))).Expect(HttpStatusCode.OK);
        await PutPolicyAsync(scene, Allow("vpc:*", "log:GetLogStore"));
        (await user.PostAsync("api/flowlogs/estimate", scene.Request(vpc))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task LogstoreWithTheReport_NeedsTheRightToTurnItOn()
    {
        var (scene, user) = await SceneAsync(Allow("log:CreateLogStore"));
        var logstores = $"api/projects/{scene.Project}/logstores";

        var refused = (await user.PostAsync(logstores, new { name = "more", report = true })).Expect(HttpStatusCode.Forbidden, "NoPermission");

        Assert.Contains($"log:CreateDashboard on acs:log:cn-hangzhou:{scene.Account.AccountId}:project/{scene.Project}/logstore/more", refused.Text("detail"), StringComparison.Ordinal);
        (await user.PostAsync(logstores, new { name = "more", report = false })).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task SystemPolicies_DoWhatTheySay()
    {
        var (scene, user) = await WithUserAsync(await FlowLogScene.CreateAsync(api, network: false));
        var vpc = await VpcAsync(scene);
        (await scene.Account.PatchAsync("api/users/ann", new { policies = new[] { "FlowLogReadOnlyAccess" } })).Expect(HttpStatusCode.OK);
        (await user.PostAsync("api/flowlogs/estimate", scene.Request(vpc))).Expect(HttpStatusCode.OK);
        (await user.PostAsync("api/flowlogs", scene.Request(vpc))).Expect(HttpStatusCode.Forbidden, "NoPermission");

        (await scene.Account.PatchAsync("api/users/ann", new { policies = new[] { "FlowLogFullAccess" } })).Expect(HttpStatusCode.OK);
        (await user.PostAsync("api/flowlogs", scene.Request([.. vpc, ("analysisReport", true)]))).Expect(HttpStatusCode.Created);
    }

    /// <summary>A sub-user ann of the scene's account, with these statements and nothing else.</summary>
    private async Task<(FlowLogScene Scene, ApiClient User)> SceneAsync(params object[] statements) =>
        await WithUserAsync(await FlowLogScene.CreateAsync(api), statements);

    private static async Task<(FlowLogScene Scene, ApiClient User)> WithUserAsync(FlowLogScene scene, params object[] statements)
    {
        var user = await SubUser.CreateAsync(scene.Account, "ann");
        (await scene.Account.PatchAsync("api/users/ann", new { policies = Array.Empty<string>() })).Expect(HttpStatusCode.OK);
        if (statements.Length > 0)
            await PutPolicyAsync(scene, statements);
        return (scene, user);
    }

    /// <summary>Names a VPC of which all is there that an estimate reads.</summary>
    private static async Task<(string Name, object? Value)[]> VpcAsync(FlowLogScene scene) =>
        [("resourceType", "VPC"), ("resourceId", (await scene.Account.PostAsync("api/vpcs", new { cidrBlock = "10.0.0.0/16" })).Text("id"))];

    private static async Task PutPolicyAsync(FlowLogScene scene, params object[] statements) =>
        (await scene.Account.PutAsync("api/users/ann/policy", new Dictionary<string, object> { ["Version"] = "1", ["Statement"] = statements })).Expect(HttpStatusCode.OK);

    private static object Allow(params string[] actions) => Statement("Allow", actions, "*");

    private static object AllowOn(string resource, string action) => Statement("Allow", [action], resource);

    private static object Deny(string action) => Statement("Deny", [action], "*");

    private static object Statement(string effect, string[] actions, string resource) =>
        new Dictionary<string, object> { ["Effect"] = effect, ["Action"] = actions, ["Resource"] = resource };
}
