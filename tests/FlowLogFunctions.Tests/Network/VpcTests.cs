using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Network;

[Collection(ApiCollection.Name)]
public sealed class VpcTests(ApiFixture fixture)
{
    private readonly ApiClient _api = fixture.NewAccount();

    [Fact]
    public async Task Create_AnswersTheVpcWithItsPlaceAndVersion()
    {
        var body = new { name = "office", description = "All of it", cidrBlock = "172.16.0.0/12", ipv6CidrBlock = "FD00:0::/48" };

        var made = (await _api.PostAsync("/api/vpcs", body)).Expect(HttpStatusCode.Created);

        Assert.Matches("^vpc-[a-z][a-z0-9]{16}$", made.Text("id"));
        Assert.Equal(("office", "All of it", "172.16.0.0/12", "fd00::/48"),
            (made.Text("name"), made.Text("description"), made.Text("cidrBlock"), made.Text("ipv6CidrBlock")));
        Assert.Equal($"/api/vpcs/{made.Text("id")}", made.Location);
        var found = (await _api.GetAsync(made.Location!)).Expect(HttpStatusCode.OK);
        Assert.Equal(made.Json.ToString(), found.Json.ToString());
        Assert.Equal(made.ETag, found.ETag);
        Assert.NotNull(found.ETag);
    }

    [Fact]
    public async Task Create_InAnotherRegion_IsFoundOnlyThere()
    {
        var made = (await _api.PostAsync("/api/vpcs?regionId=eu-west-1", new { cidrBlock = "10.0.0.0/8" })).Expect(HttpStatusCode.Created);

        (await _api.GetAsync(made.Location!)).Expect(HttpStatusCode.OK);
        (await _api.GetAsync($"/api/vpcs/{made.Text("id")}")).Expect(HttpStatusCode.NotFound, "InvalidVpcId.NotFound");
        Assert.Empty((await _api.GetAsync("/api/vpcs")).Items);
    }

    [Fact]
    public async Task Create_WithManyFaults_NamesThemAll()
    {
        var body = new { name = "1", description = "https://x", cidrBlock = "10.0.0.0/29", ipv6CidrBlock = "10.0.0.0/16", colour = "red" };

        var answer = (await _api.PostAsync("/api/vpcs", body)).Expect(HttpStatusCode.BadRequest, "InvalidParameter");

        Assert.Equal(
            ["cidrBlock Malformed", "colour UnknownProperty", "description Malformed", "ipv6CidrBlock Malformed", "name Malformed"], answer.Errors);
        Assert.Empty((await _api.GetAsync("/api/vpcs")).Items);
    }

    [Fact]
    public async Task Change_OfNameAndDescription_MakesANewVersion()
    {
        var made = await _api.PostAsync("/api/vpcs", new { name = "one", cidrBlock = "10.0.0.0/8" });

        var changed = (await _api.PatchAsync(made.Location!, new { name = "二号网络", description = "two" }, made.ETag)).Expect(HttpStatusCode.OK);

        Assert.Equal(("二号网络", "two"), (changed.Text("name"), changed.Text("description")));
        Assert.NotEqual(made.ETag, changed.ETag);
        Assert.Equal(changed.ETag, (await _api.GetAsync(made.Location!)).ETag);
    }

    [Fact]
    public async Task Change_ThatChangesNothing_LeavesTheVersion()
    {
        var made = await _api.PostAsync("/api/vpcs", new { name = "one", cidrBlock = "10.0.0.0/8" });

        var changed = (await _api.PatchAsync(made.Location!, new { name = "one" })).Expect(HttpStatusCode.OK);

        Assert.Equal(made.ETag, changed.ETag);
    }

    [Fact]
    public async Task Change_OfAnOldVersion_IsRefusedAndChangesNothing()
    {
        var made = await _api.PostAsync("/api/vpcs", new { name = "one", cidrBlock = "10.0.0.0/8" });
        (await _api.PatchAsync(made.Location!, new { name = "two" })).Expect(HttpStatusCode.OK);

        (await _api.PatchAsync(made.Location!, new { name = "three" }, made.ETag)).Expect(HttpStatusCode.PreconditionFailed, "PreconditionFailed");
        (await _api.DeleteAsync(made.Location!, made.ETag)).Expect(HttpStatusCode.PreconditionFailed, "PreconditionFailed");
        (await _api.DeleteAsync(made.Location!, "no etag at all")).Expect(HttpStatusCode.PreconditionFailed);

        Assert.Equal("two", (await _api.GetAsync(made.Location!)).Text("name"));
    }

    [Fact]
    public async Task Change_OfTheBlock_IsRefused()
    {
        var made = await _api.PostAsync("/api/vpcs", new { cidrBlock = "10.0.0.0/8" });

        var answer = (await _api.PatchAsync(made.Location!, new { cidrBlock = "10.0.0.0/16" })).Expect(HttpStatusCode.BadRequest);

        Assert.Equal(["cidrBlock UnknownProperty"], answer.Errors);
    }

    [Fact]
    public async Task Delete_RemovesIt()
    {
        var made = await _api.PostAsync("/api/vpcs", new { cidrBlock = "10.0.0.0/8" });

        (await _api.DeleteAsync(made.Location!, made.ETag)).Expect(HttpStatusCode.NoContent);

        (await _api.GetAsync(made.Location!)).Expect(HttpStatusCode.NotFound);
        (await _api.DeleteAsync(made.Location!)).Expect(HttpStatusCode.NotFound, "InvalidVpcId.NotFound");
    }

    [Fact]
    public async Task AnotherAccount_CannotSeeChangeOrDelete()
    {
        var made = await _api.PostAsync("/api/vpcs", new { name = "mine", cidrBlock = "10.0.0.0/8" });
        var other = fixture.NewAccount();

        (await other.GetAsync(made.Location!)).Expect(HttpStatusCode.NotFound, "InvalidVpcId.NotFound");
        (await other.PatchAsync(made.Location!, new { name = "yours" })).Expect(HttpStatusCode.NotFound, "InvalidVpcId.NotFound");
        (await other.DeleteAsync(made.Location!)).Expect(HttpStatusCode.NotFound, "InvalidVpcId.NotFound");

        Assert.Empty((await other.GetAsync("/api/vpcs")).Items);
        Assert.Equal(made.Json.ToString(), (await _api.GetAsync(made.Location!)).Json.ToString());
    }

    [Fact]
    public async Task List_GivesEveryItemOnce()
    {
        var made = new List<string>();
        for (var i = 0; i < 7; i++)
            made.Add(await _api.VpcAsync());

        var (found, pages, cursor) = (new List<string>(), 0, (string?)null);
        do
        {
            var page = (await _api.GetAsync($"/api/vpcs?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}")).Expect(HttpStatusCode.OK);
            found.AddRange(page.Ids());
            cursor = page.Text("cursor");
            pages++;
        }
        while (cursor is not null);

        Assert.Equal(made.Order(StringComparer.Ordinal), found);
        Assert.Equal(3, pages);
    }

    [Fact]
    public async Task List_ByName_GivesOnlyThose()
    {
        await _api.PostAsync("/api/vpcs", new { name = "one", cidrBlock = "10.0.0.0/8" });
        var two = await _api.PostAsync("/api/vpcs", new { name = "two", cidrBlock = "10.0.0.0/8" });

        var answer = (await _api.GetAsync("/api/vpcs?name=two")).Expect(HttpStatusCode.OK);

        Assert.Equal([two.Text("id")!], answer.Ids());
    }
}
