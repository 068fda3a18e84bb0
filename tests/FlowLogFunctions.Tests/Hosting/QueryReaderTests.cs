using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Hosting;

[Collection(ApiCollection.Name)]
public sealed class QueryReaderTests(ApiFixture api)
{
    [Theory]
    [InlineData("to=9999-12-31T23:59:01Z")]
    [InlineData("to=253402300799")]
    [InlineData("to=0001-01-01T00:01:00Z")]
    [InlineData("to=1969-12-31T23:59:59Z")]
    public async Task TimeThatNothingCanHave_IsMalformed(string query)
    {
        var account = api.NewAccount();
        var logstore = await account.CreateLogstoreAsync("times", new { name = "times", report = true });

        Assert.Equal(["to Malformed"], (await account.GetAsync($"{logstore}/dashboard?{query}")).Expect(HttpStatusCode.BadRequest).Errors);
        Assert.Equal(["to Malformed"], (await account.GetAsync($"{logstore}/records?{query}")).Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Theory]
    [InlineData("to=60")]
    [InlineData("to=9998-12-31T23:59:59Z")]
    public async Task TimesAtTheEdges_AreAnswered(string query)
    {
        var account = api.NewAccount();
        var logstore = await account.CreateLogstoreAsync("edges", new { name = "edges", report = true });

        (await account.GetAsync($"{logstore}/dashboard?{query}")).Expect(HttpStatusCode.OK);
        (await account.GetAsync($"{logstore}/records?{query}")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task RegionNamedTwice_IsRefused() => Assert.Equal(
        ["regionId MoreThanOnce"],
        (await api.NewAccount().GetAsync("api/vpcs?regionId=cn-beijing&regionId=cn-beijing")).Expect(HttpStatusCode.BadRequest).Errors);

    [Fact]
    public async Task UnknownParameterOfAWrite_IsRefusedAndNothingIsMade()
    {
        var account = api.NewAccount();

        var answer = (await account.PostAsync("api/vpcs?regionid_=cn-beijing", new { cidrBlock = "10.0.0.0/8" })).Expect(HttpStatusCode.BadRequest);

        Assert.Equal(["regionid_ UnknownParameter"], answer.Errors);
        Assert.Empty((await account.GetAsync("api/vpcs")).Items);
    }

    [Theory]
    [InlineData("api/vswitches", """{"vpcId":"","cidrBlock":"10.0.1.0/24"}""", "vpcId MissingParameter")]
    [InlineData("api/securitygroups", """{"vpcId":""}""", "vpcId MissingParameter")]
    [InlineData("api/vpcs", """{"cidrBlock":"10.0.0.0/08"}""", "cidrBlock Malformed")]
    public async Task EmptyOrOddReference_IsRefused(string path, string body, string error) =>
        Assert.Contains(error, (await api.NewAccount().PostAsync(path, body)).Expect(HttpStatusCode.BadRequest).Errors);
}
