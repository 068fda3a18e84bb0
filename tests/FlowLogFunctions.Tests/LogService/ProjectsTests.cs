using System.Net;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.LogService;

[Collection(ApiCollection.Name)]
public sealed class ProjectsTests(ApiFixture api)
{
    [Fact]
    public async Task NewProject_IsShownAndListed()
    {
        var account = api.NewAccount();
        var name = $"new-{account.AccountId}";

        var made = (await account.PostAsync("api/projects", new { name, description = "审计" })).Expect(HttpStatusCode.Created);

        Assert.Equal($"/api/projects/{name}?regionId=cn-hangzhou", made.Location);
        var found = (await account.GetAsync(made.Location!)).Expect(HttpStatusCode.OK);
        Assert.Equal("审计", found.Text("description"));
        Assert.Equal("cn-hangzhou", found.Text("regionId"));
        Assert.Equal(made.ETag, found.ETag);
        Assert.Equal(name, Assert.Single((await account.GetAsync("api/projects")).Items).GetProperty("name").GetString());
    }

    [Fact]
    public async Task BadRequest_NamesAllProblems()
    {
        var answer = await api.NewAccount().PostAsync("api/projects", new { name = "No", description = new string('x', 257), projectName = "abc" });

        Assert.Equal(["description Malformed", "name Malformed", "projectName UnknownProperty"], answer.Expect(HttpStatusCode.BadRequest, "InvalidParameter").Errors);
    }

    [Fact]
    public async Task Name_IsUniqueOverAllAccountsAndRegions()
    {
        var account = api.NewAccount();
        var name = $"unique-{account.AccountId}";
        (await account.PostAsync("api/projects", new { name })).Expect(HttpStatusCode.Created);

        (await account.PostAsync("api/projects", new { name })).Expect(HttpStatusCode.Conflict, "ProjectAlreadyExist");
        (await account.PostAsync("api/projects?regionId=us-east-1", new { name })).Expect(HttpStatusCode.Conflict, "ProjectAlreadyExist");
        (await api.NewAccount().PostAsync("api/projects", new { name })).Expect(HttpStatusCode.Conflict, "ProjectAlreadyExist");
    }

    [Fact]
    public async Task NameAskedForAtTheSameTime_IsGivenOnce()
    {
        var (account, other) = (api.NewAccount(), api.NewAccount());
        var name = $"race-{account.AccountId}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? account : other).PostAsync("api/projects", new { name })));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.Created or HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task ClaimThatACrashLeft_IsTakenOverByItsOwnerOnly()
    {
        var (account, other) = (api.NewAccount(), api.NewAccount());
        var name = $"crash-{account.AccountId}";
        await api.Get<ProjectStore>().ClaimAsync(new Scope(account.AccountId, "cn-hangzhou"), name, default);

        (await other.PostAsync("api/projects", new { name })).Expect(HttpStatusCode.Conflict, "ProjectAlreadyExist");
        (await account.PostAsync("api/projects", new { name })).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task DeletedProject_FreesItsName()
    {
        var (account, other) = (api.NewAccount(), api.NewAccount());
        var name = $"freed-{account.AccountId}";
        await account.PostAsync("api/projects", new { name });

        (await account.DeleteAsync($"api/projects/{name}")).Expect(HttpStatusCode.NoContent);

        (await account.GetAsync($"api/projects/{name}")).Expect(HttpStatusCode.NotFound, "ProjectNotExist");
        (await other.PostAsync("api/projects", new { name })).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Project51_IsRefused_AndItsNameStaysFree()
    {
        var (account, other) = (api.NewAccount(), api.NewAccount());
        var partition = ControlKeys.Partition(new Scope(account.AccountId, "cn-hangzhou"));
        for (var number = 0; number < 50; number++)
            await api.Get<ControlTable>().PutAsync(partition, ProjectStore.Row($"p{number:D3}"), new Project($"p{number:D3}", "", DateTimeOffset.UnixEpoch), default);
        var name = $"fifty-first-{account.AccountId}";

        (await account.PostAsync("api/projects", new { name })).Expect(HttpStatusCode.Conflict, "ProjectQuotaExceed");

        (await other.PostAsync("api/projects", new { name })).Expect(HttpStatusCode.Created);
        (await account.PostAsync("api/projects?regionId=us-east-1", new { name = name + "-us" })).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Description_CanBeChanged_TheNameCannot()
    {
        var account = api.NewAccount();
        var path = await account.CreateProjectAsync("patch");

        (await account.PatchAsync(path, new { description = "b" })).Expect(HttpStatusCode.OK);

        Assert.Equal("b", (await account.GetAsync(path)).Text("description"));
        Assert.Equal(["name NotModifiable"], (await account.PatchAsync(path, new { description = "c", name = "other" })).Expect(HttpStatusCode.BadRequest).Errors);
        Assert.Equal("b", (await account.GetAsync(path)).Text("description"));
    }

    [Fact]
    public async Task StaleETag_IsRefused()
    {
        var account = api.NewAccount();
        var path = await account.CreateProjectAsync("stale");
        var etag = (await account.GetAsync(path)).ETag;
        (await account.PatchAsync(path, new { description = "one" }, etag)).Expect(HttpStatusCode.OK);

        (await account.PatchAsync(path, new { description = "two" }, etag)).Expect(HttpStatusCode.PreconditionFailed);
        (await account.DeleteAsync(path, etag)).Expect(HttpStatusCode.PreconditionFailed);
        Assert.Equal("one", (await account.GetAsync(path)).Text("description"));
    }

    [Fact]
    public async Task ProjectWithLogstores_IsDeletedOnlyByForce()
    {
        var account = api.NewAccount();
        var path = await account.CreateProjectAsync("held");
        await account.PostAsync($"{path}/logstores", new { name = "one" });
        await account.PostAsync($"{path}/logstores", new { name = "two" });

        var refused = (await account.DeleteAsync(path)).Expect(HttpStatusCode.Conflict, "DependencyViolation");
        (await account.DeleteAsync($"{path}?force=maybe")).Expect(HttpStatusCode.BadRequest);
        (await account.DeleteAsync($"{path}?force=true")).Expect(HttpStatusCode.NoContent);

        Assert.Equal(["one", "two"], refused.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()));
        (await account.GetAsync($"{path}/logstores/one")).Expect(HttpStatusCode.NotFound, "ProjectNotExist");
    }

    [Fact]
    public async Task ForcedDeletionOfMoreThanATransactionTakes_LeavesNothing()
    {
        var account = api.NewAccount();
        var scope = new Scope(account.AccountId, "cn-hangzhou");
        var path = await account.CreateProjectAsync("many");
        var project = path["api/projects/".Length..];
        for (var number = 0; number < 120; number++)
            await api.Get<ControlTable>().PutAsync(
                ControlKeys.Partition(scope), LogstoreStore.Row(project, $"l{number:D3}"),
                new Logstore($"id{number:D3}x{account.AccountId[^6..]}", project, $"l{number:D3}", "", 300, DateTimeOffset.UnixEpoch, null, false), default);

        (await account.DeleteAsync($"{path}?force=true")).Expect(HttpStatusCode.NoContent);

        Assert.Empty(await api.Get<LogstoreStore>().AllAsync(scope, project, default));
        var dropped = await api.Get<LogstoreStore>().DroppedAsync(default).Where(row => row.Project == project).ToListAsync();
        Assert.Equal(120, dropped.Count);
    }

    [Fact]
    public async Task ProjectOfAnotherAccountOrRegion_IsNotFound()
    {
        var path = await api.NewAccount().CreateProjectAsync("mine");
        var other = api.NewAccount();

        (await other.GetAsync(path)).Expect(HttpStatusCode.NotFound, "ProjectNotExist");
        (await other.PatchAsync(path, new { description = "x" })).Expect(HttpStatusCode.NotFound, "ProjectNotExist");
        (await other.DeleteAsync(path)).Expect(HttpStatusCode.NotFound, "ProjectNotExist");
        (await other.GetAsync($"{path}/logstores")).Expect(HttpStatusCode.NotFound, "ProjectNotExist");
        (await other.PostAsync($"{path}/logstores", new { name = "abc" })).Expect(HttpStatusCode.NotFound, "ProjectNotExist");
    }
}
