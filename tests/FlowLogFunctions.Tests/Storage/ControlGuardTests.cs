using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Storage;

[Collection(ApiCollection.Name)]
public sealed class ControlGuardTests(ApiFixture fixture)
{
    private readonly string _partition = fixture.NewAccount().AccountId;

    private sealed record Count(int Number);

    [Fact]
    public async Task ManyAtOnceInOneProcess_AllDecideOnWhatTheOnesBeforeLeft()
    {
        var guard = NewProcess();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => IncrementAsync(guard)));

        Assert.Equal(Enumerable.Range(1, 40), outcomes.Select(Value).Order());
    }

    [Fact]
    public async Task TwoProcesses_NeverDecideOnTheSame()
    {
        ControlGuard[] guards = [NewProcess(), NewProcess(), NewProcess()];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => IncrementAsync(guards[i % 3])));

        var done = outcomes.Where(outcome => outcome.Refusal is null).Select(Value).ToList();
        Assert.Equal(Enumerable.Range(1, done.Count), done.Order());
        Assert.All(outcomes, outcome => Assert.True(outcome.Refusal is null or { Code: "OperationConflict" }));
        Assert.NotEmpty(done);
    }

    [Fact]
    public async Task Refusal_ChangesNothing()
    {
        var outcome = await NewProcess().DecideAsync<int>(_partition, "test", changes =>
        {
            changes.Add("count", new Count(1));
            return Task.FromResult<Outcome<int>>(Refusal.Conflict("No", "Not now."));
        }, CancellationToken.None);

        Assert.Equal("No", outcome.Refusal?.Code);
        Assert.Null(await fixture.Get<ControlTable>().FindAsync<Count>(_partition, "count", CancellationToken.None));
    }

    [Fact]
    public async Task ChangesThatTookEffect_KnowTheirETags()
    {
        ControlChanges? made = null;

        await NewProcess().DecideAsync<int>(_partition, "test", changes =>
        {
            (made = changes).Add("one", new Count(1)).Put("two", new Count(2));
            return Task.FromResult<Outcome<int>>(0);
        }, CancellationToken.None);

        foreach (var row in new[] { "one", "two" })
            Assert.Equal((await fixture.Get<ControlTable>().FindAsync<Count>(_partition, row, CancellationToken.None))!.ETag, made!.ETagOf(row));
        Assert.Null(made!.ETagOf("three"));
    }

    private Task<Outcome<int>> IncrementAsync(ControlGuard guard) => guard.DecideAsync<int>(_partition, "test", async changes =>
    {
        var found = await fixture.Get<ControlTable>().FindAsync<Count>(_partition, "count", CancellationToken.None);
        var next = (found?.Value.Number ?? 0) + 1;
        changes.Put("count", new Count(next));
        return next;
    }, CancellationToken.None);

    /// <summary>As another process would have it: with a line of its own.</summary>
    private ControlGuard NewProcess() => new(fixture.Get<StorageClients>(), fixture.Get<ControlTable>());

    private static int Value(Outcome<int> outcome) => outcome.Is(out var value, out var refusal) ? value : throw new InvalidOperationException(refusal.Detail);
}
