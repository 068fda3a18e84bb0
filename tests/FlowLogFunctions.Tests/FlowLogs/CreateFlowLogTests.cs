using System.Net;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.FlowLogs;

[Collection(ApiCollection.Name)]
public sealed class CreateFlowLogTests(ApiFixture api)
{
    [Fact]
    public async Task NewFlowLog_HasTheDefaults_AndBecomesActive()
    {
        var scene = await FlowLogScene.CreateAsync(api);

        var made = (await scene.PostAsync()).Expect(HttpStatusCode.Created);

        Assert.Matches("^fl-[a-z0-9]{17}$", made.Text("id"));
        Assert.Equal($"/api/flowlogs/{made.Text("id")}?regionId=cn-hangzhou", made.Location);
        Assert.Equal(("Activating", "10", "", "vpc-1"), (made.Text("status"), made.Text("aggregationInterval"), made.Text("description"), made.Text("vpcId")));
        Assert.Equal(("SUCCESS", "Normal", "cn-hangzhou"), (made.Text("deliveryStatus"), made.Text("businessStatus"), made.Text("regionId")));
        Assert.Null(made.Text("deliveryErrorMessage"));
        Assert.Equal(made.ETag, (await scene.Account.GetAsync(made.Location!)).ETag);
        await scene.SettleAsync();
        var active = (await scene.Account.GetAsync(made.Location!)).Expect(HttpStatusCode.OK);
        Assert.Equal("Active", active.Text("status"));
        Assert.NotNull(active.Text("activeSince"));
    }

    [Fact]
    public async Task EveryParameter_IsKept()
    {
        var scene = await FlowLogScene.CreateAsync(api);

        var made = (await scene.PostAsync(
            ("name", "流𠮷-1"), ("description", "审计 \u200Fעברית"), ("resourceType", "vpc"), ("resourceId", "vpc-1"), ("trafficType", "drop"),
            ("aggregationInterval", 1), ("resourceGroupId", "rg-acfmxazb4ph6aiy"), ("tags", new object[] { new { key = "team", value = "net" }, new { key = "bare" } })))
            .Expect(HttpStatusCode.Created);

        var found = await scene.Account.GetAsync(made.Location!);
        Assert.Equal(made.Json.GetRawText(), found.Json.GetRawText());
        Assert.Equal(("流𠮷-1", "审计 \u200Fעברית", "VPC", "Drop"), (found.Text("name"), found.Text("description"), found.Text("resourceType"), found.Text("trafficType")));
        Assert.Equal(("1", "rg-acfmxazb4ph6aiy"), (found.Text("aggregationInterval"), found.Text("resourceGroupId")));
        Assert.Equal("""[{"key":"team","value":"net"},{"key":"bare","value":""}]""", found.Json.GetProperty("tags").GetRawText());
    }

    [Theory]
    [InlineData("ENI", "eni-1", "ENI")]
    [InlineData("NetworkInterface", "eni-1", "ENI")]
    [InlineData("VSwitch", "vsw-1", "VSwitch")]
    [InlineData("VPC", "vpc-1", "VPC")]
    public async Task EveryKindOfResource_CanBeCaptured(string type, string id, string shown)
    {
        var scene = await FlowLogScene.CreateAsync(api);

        var made = (await scene.PostAsync(("resourceType", type), ("resourceId", id))).Expect(HttpStatusCode.Created);

        Assert.Equal((shown, "vpc-1"), (made.Text("resourceType"), made.Text("vpcId")));
    }

    [Fact]
    public async Task SameNameAndResource_MayBeUsedTwice()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        (await scene.PostAsync()).Expect(HttpStatusCode.Created);

        (await scene.PostAsync()).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task BadRequest_NamesAllProblemsOfShapeAndReference()
    {
        var scene = await FlowLogScene.CreateAsync(api, confirmed: false);

        var answer = await scene.PostAsync(
            ("name", "1x"), ("description", "y"), ("resourceId", "eni-none"), ("trafficType", "Some"), ("logstore", "none"), ("aggregationInterval", 2),
            ("analysisReport", "yes"), ("trafficPath", "all"), ("resourceGroupId", "group"),
            ("tags", new object[] { new { key = "aliyun", value = "x" }, new { key = "a", colour = 1 }, new { key = "a" }, 5 }));

        Assert.Equal(
            [
                "aggregationInterval ValueNotSupported", "analysisReport WrongType", "description Malformed", "logstore LogStoreNotExist", "name Malformed",
                "resourceGroupId Malformed", "resourceId InvalidResourceId.NotFound", "tags DuplicateTagKey", "tags[0].key Malformed",
                "tags[1].colour UnknownProperty", "tags[3] WrongType", "trafficPath UnknownProperty", "trafficType ValueNotSupported",
            ],
            answer.Expect(HttpStatusCode.BadRequest, "InvalidParameter").Errors);
        Assert.Empty((await scene.Account.GetAsync("api/flowlogs")).Items);
    }

    [Fact]
    public async Task EmptyObject_NamesAllThatIsMissing()
    {
        var scene = await FlowLogScene.CreateAsync(api);

        Assert.Equal(
            ["logstore", "name", "project", "resourceId", "resourceType", "trafficType"],
            (await scene.Account.PostAsync("api/flowlogs", "{}")).Expect(HttpStatusCode.BadRequest).Errors.Select(error => error.Replace(" MissingParameter", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nulls_AreProblemsToo()
    {
        var scene = await FlowLogScene.CreateAsync(api);

        var answer = await scene.Account.PostAsync("api/flowlogs", """
            {"name":null,"resourceType":null,"resourceId":null,"trafficType":null,"project":null,"logstore":null,"analysisReport":null,
             "description":null,"aggregationInterval":null,"tags":null,"resourceGroupId":null}
            """);

        Assert.Equal(11, answer.Expect(HttpStatusCode.BadRequest).Errors.Count);
        Assert.All(answer.Errors, error => Assert.EndsWith(" WrongType", error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"\\ud800x\"")]
    [InlineData("\"x\\udc00\"")]
    [InlineData("\"ab\\u0000\"")]
    [InlineData("\"ab\\u200f\"")]
    [InlineData("\"ab\\n\"")]
    [InlineData("\"\\ud83d\\ude00\\ud83d\\ude00\"")]
    public async Task OddUnicodeInAName_IsRefused(string name)
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var body = System.Text.Json.JsonSerializer.Serialize(scene.Request(("name", "PLACE"))).Replace("\"PLACE\"", name, StringComparison.Ordinal);

        Assert.Equal(["name Malformed"], (await scene.Account.PostAsync("api/flowlogs", body)).Expect(HttpStatusCode.BadRequest, "InvalidParameter").Errors);
    }

    [Fact]
    public async Task MissingProject_IsNamed_AlsoWhenItIsNoName()
    {
        var scene = await FlowLogScene.CreateAsync(api);

        Assert.Equal(["project ProjectNotExist"], (await scene.PostAsync(("project", "none"))).Expect(HttpStatusCode.BadRequest).Errors);
        Assert.Equal(["project ProjectNotExist"], (await scene.PostAsync(("project", "A|b/../#?"))).Expect(HttpStatusCode.BadRequest).Errors);
        Assert.Equal(["resourceId InvalidResourceId.NotFound"], (await scene.PostAsync(("resourceId", "eni-1|/#?'"))).Expect(HttpStatusCode.BadRequest).Errors);
        Assert.Equal(["resourceId InvalidResourceId.NotFound"], (await scene.PostAsync(("resourceType", "VPC"))).Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Fact]
    public async Task ResourcesOfAnotherAccountOrRegion_AreNotFound()
    {
        var (scene, other) = (await FlowLogScene.CreateAsync(api), await FlowLogScene.CreateAsync(api));

        Assert.Equal(["project ProjectNotExist"], (await other.PostAsync(("project", scene.Project))).Expect(HttpStatusCode.BadRequest).Errors);
        Assert.Equal(
            ["project ProjectNotExist", "resourceId InvalidResourceId.NotFound"],
            (await scene.Account.PostAsync("api/flowlogs?regionId=us-east-1", scene.Request())).Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Fact]
    public async Task WithoutAuthorization_IsRefused_AndTheAnswerSaysWhatToDo()
    {
        var scene = await FlowLogScene.CreateAsync(api, confirmed: false);

        var answer = (await scene.PostAsync(("analysisReport", true))).Expect(HttpStatusCode.Conflict, "AuthorizationRequired");

        Assert.Contains("POST /api/authorization", answer.Text("detail"), StringComparison.Ordinal);
        Assert.Equal("False", (await scene.Account.GetAsync(scene.LogstorePath)).Text("report"));
        await scene.Account.PostAsync("api/authorization");
        (await scene.PostAsync()).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task AnalysisReport_TurnsTheLogstoresReportOn_Once()
    {
        var scene = await FlowLogScene.CreateAsync(api);

        (await scene.PostAsync(("analysisReport", true))).Expect(HttpStatusCode.Created);

        var logstore = await scene.Account.GetAsync(scene.LogstorePath);
        Assert.Equal(("True", "7"), (logstore.Text("report"), logstore.Text("ttlDays")));
        var again = (await scene.PostAsync(("analysisReport", true))).Expect(HttpStatusCode.Conflict, "ReportAlreadyOn");
        Assert.Equal(["analysisReport ReportAlreadyOn"], again.Errors);
        var worse = (await scene.PostAsync(("analysisReport", true), ("name", "1"))).Expect(HttpStatusCode.BadRequest, "InvalidParameter");
        Assert.Equal(["analysisReport ReportAlreadyOn", "name Malformed"], worse.Errors);
        (await scene.PostAsync(("analysisReport", false))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task AnalysisReportAskedForAtTheSameTime_IsTurnedOnByOne()
    {
        var scene = await FlowLogScene.CreateAsync(api);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.PostAsync(("analysisReport", true))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => answer.Expect(HttpStatusCode.Conflict, "ReportAlreadyOn"));
        Assert.Single((await scene.Account.GetAsync("api/flowlogs")).Items);
    }

    [Fact]
    public async Task CreationsAtTheSameTime_FillTheQuotaExactly()
    {
        var scene = await FlowLogScene.CreateAsync(api);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => scene.PostAsync()));

        Assert.Equal(10, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => answer.Expect(HttpStatusCode.Conflict, "QuotaExceeded.FlowLog"));
        Assert.Equal(10, (await scene.Account.GetAsync("api/flowlogs")).Items.Count);
    }

    [Fact]
    public async Task DeletedFlowLog_LeavesItsPlace()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var first = await scene.CreateFlowLogAsync();
        for (var number = 1; number < 10; number++)
            (await scene.PostAsync()).Expect(HttpStatusCode.Created);
        (await scene.PostAsync()).Expect(HttpStatusCode.Conflict, "QuotaExceeded.FlowLog");

        (await scene.Account.DeleteAsync(first)).Expect(HttpStatusCode.NoContent);

        (await scene.PostAsync()).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Scope_IsRecordedForCapture()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var store = api.Get<FlowLogStore>();
        Assert.DoesNotContain(scene.Scope, await store.ScopesAsync(default).ToListAsync());

        await scene.CreateFlowLogAsync();

        Assert.Contains(scene.Scope, await store.ScopesAsync(default).ToListAsync());
        Assert.Equal("eni-1", Assert.Single(await store.AllAsync(scene.Scope, default).ToListAsync()).Value.ResourceId);
    }

    [Fact]
    public async Task SubUser_CreatesFlowLogs()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        var user = await SubUser.CreateAsync(scene.Account, "ann");

        (await user.PostAsync("api/flowlogs", scene.Request())).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task TwentyOneTags_AreRefused()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        object[] tags = [.. Enumerable.Range(0, 21).Select(number => new { key = $"k{number}" })];

        Assert.Equal(["tags TooMany"], (await scene.PostAsync(("tags", tags))).Expect(HttpStatusCode.BadRequest).Errors);
        (await scene.PostAsync(("tags", tags[..20]))).Expect(HttpStatusCode.Created);
    }
}
