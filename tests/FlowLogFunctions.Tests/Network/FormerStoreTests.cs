using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Network;

[Collection(ApiCollection.Name)]
public sealed class FormerStoreTests(ApiFixture fixture)
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Scope _scope = new(fixture.NewAccount().AccountId, "cn-hangzhou");

    private FormerPrefixListStore Store => fixture.Get<FormerPrefixListStore>();

    [Fact]
    public async Task States_ComeInTheOrderInWhichTheyEnded()
    {
        await EndAsync("pl-b", Now.AddSeconds(1));
        await EndAsync("pl-a", Now.AddSeconds(2));
        await EndAsync("pl-c", Now);

        Assert.Equal(["pl-c", "pl-b", "pl-a"], await IdsAsync());
    }

    [Fact]
    public async Task StatesOfOneMoment_OnlyTheFirstWasInForce()
    {
        await EndAsync("pl-a", Now, "10.0.0.0/8");
        await EndAsync("pl-a", Now, "10.1.0.0/16");

        Assert.Equal(["10.0.0.0/8"], (await Store.AllAsync(_scope, CancellationToken.None).SingleAsync()).Entries);
    }

    [Fact]
    public async Task OldStates_GoAsNewOnesCome()
    {
        await EndAsync("pl-old", Now);
        await EndAsync("pl-kept", Now.AddDays(1));
        await EndAsync("pl-new", Now.Add(FormerPrefixListStore.Kept).AddHours(1));

        Assert.Equal(["pl-kept", "pl-new"], await IdsAsync());
    }

    [Fact]
    public async Task ManyStates_StayWithinABound()
    {
        for (var batch = 0; batch < 11; batch++)
        {
            var changes = new ControlChanges(ControlKeys.Partition(_scope));
            for (var i = 0; i < 98; i++)
                changes.Put(ControlKeys.Row("formerprefixlist", $"{batch:D7}{i:D8}", "pl-a"), new FormerPrefixList("pl-a", Now, []));
            await CommitAsync(changes);
        }

        for (var more = 1; more <= 3; more++)
            await EndAsync("pl-b", Now.AddSeconds(more));

        Assert.Equal(1_000, (await IdsAsync()).Count);
    }

    private async Task EndAsync(string id, DateTimeOffset until, string entry = "10.0.0.0/8")
    {
        var changes = new ControlChanges(ControlKeys.Partition(_scope));
        await Store.EndAsync(_scope, new(id, until, [entry]), changes, CancellationToken.None);
        if (changes.Actions.Count > 0)
            await CommitAsync(changes);
    }

    private async Task CommitAsync(ControlChanges changes) =>
        await fixture.Get<StorageClients>().Tables.GetTableClient(ControlTable.Name).SubmitTransactionAsync(changes.Actions);

    private async Task<List<string>> IdsAsync() =>
        await Store.AllAsync(_scope, CancellationToken.None).Select(former => former.Id).ToListAsync();
}
