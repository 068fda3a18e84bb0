using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Network;

[Collection(ApiCollection.Name)]
public sealed class PrefixListTests(ApiFixture fixture)
{
    private readonly ApiClient _api = fixture.NewAccount();

    [Fact]
    public async Task Create_AnswersTheListWithoutRepetitions()
    {
        var body = new { name = "offices", entries = new[] { "10.0.0.0/8", "2001:DB8::/32", "192.0.2.7", "2001:db8::/32" } };

        var made = (await _api.PostAsync("/api/prefixlists", body)).Expect(HttpStatusCode.Created);

        Assert.Matches("^pl-[a-z][a-z0-9]{16}$", made.Text("id"));
        Assert.Equal(["10.0.0.0/8", "2001:db8::/32", "192.0.2.7/32"], made.Texts("entries"));
        Assert.Equal(made.Json.ToString(), (await _api.GetAsync(made.Location!)).Expect(HttpStatusCode.OK).Json.ToString());
        Assert.Equal([made.Text("id")!], (await _api.GetAsync("/api/prefixlists?name=offices")).Ids());
    }

    [Fact]
    public async Task Change_ReplacesTheEntries()
    {
        var made = await _api.PostAsync("/api/prefixlists", new { entries = new[] { "10.0.0.0/8" } });

        var changed = (await _api.PatchAsync(made.Location!, new { entries = new[] { "10.1.0.0/16" } }, made.ETag)).Expect(HttpStatusCode.OK);

        Assert.Equal(["10.1.0.0/16"], changed.Texts("entries"));
        (await _api.PatchAsync(made.Location!, new { name = "late" }, made.ETag)).Expect(HttpStatusCode.PreconditionFailed);
        (await _api.DeleteAsync(made.Location!, changed.ETag)).Expect(HttpStatusCode.NoContent);
        (await _api.GetAsync(made.Location!)).Expect(HttpStatusCode.NotFound, "InvalidPrefixListId.NotFound");
    }

    [Fact]
    public async Task Create_WithManyFaults_NamesThemAll()
    {
        var answer = await _api.PostAsync("/api/prefixlists", new { name = 3, entries = new object?[] { "10.0.0.1/8", null, "10.0.0.0/33", "0x0a.0.0.0/8" } });

        Assert.Equal(
            ["entries[0] Malformed", "entries[1] Malformed", "entries[2] Malformed", "entries[3] Malformed", "name WrongType"],
            answer.Expect(HttpStatusCode.BadRequest).Errors);
        Assert.Equal(["entries TooMany"], (await _api.PostAsync("/api/prefixlists", new { entries = Enumerable.Repeat("10.0.0.0/8", 201) })).Errors);
        Assert.Equal(["entries MissingParameter"], (await _api.PostAsync("/api/prefixlists", new { })).Errors);
    }
}
