using FlowLogFunctions.Capture;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Tests.Capture.Interfaces;

namespace FlowLogFunctions.Tests.Capture;

public sealed class CaptureTurnsTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(50);

    [Fact]
    public void AccountWithFewEnis_HasItsTurnBesideOneWithMany()
    {
        var turns = new CaptureTurns(Longest, TimeProvider.System);
        AddTo(turns, "many", 500);
        AddTo(turns, "few", 2);

        // Four at the same time, of which none ends.
        Assert.Equal(["few", "few", "many", "many"], Enumerable.Range(0, 4).Select(_ => turns.Take()!.Scope.AccountId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SlowAccount_NeverHasMoreThanItsShare_WhileOthersWait()
    {
        var turns = new CaptureTurns(Longest, TimeProvider.System);
        AddTo(turns, "slow", 500);
        AddTo(turns, "fast", 100);
        var slow = 0;
        for (var left = 100; left > 0;)
        {
            var turn = turns.Take()!;
            if (turn.Scope.AccountId == "slow")
            {
                slow++;
                continue;
            }

            turns.End(turn, TimeSpan.FromMilliseconds(50), isMore: false);
            left--;
        }

        Assert.Equal(1, slow);
    }

    [Fact]
    public void EniWithABacklog_WaitsUntilTheOthersOfItsAccountHadAStep()
    {
        var turns = new CaptureTurns(Longest, TimeProvider.System);
        AddTo(turns, "one", 3);
        var taken = new List<EniTurn>();
        for (var i = 0; i < 6; i++)
        {
            taken.Add(turns.Take()!);
            turns.End(taken[^1], TimeSpan.Zero, isMore: true);
        }

        Assert.Equal(3, taken.Take(3).Distinct().Count());
        Assert.Equal(taken.Take(3), taken.Skip(3));
    }

    [Fact]
    public void WhenTheTimeIsOver_OnlyAccountsThatHadLittleBegin()
    {
        using var time = new StoppableTime(DateTimeOffset.UnixEpoch);
        var turns = new CaptureTurns(Longest, time);
        AddTo(turns, "slow", 2);
        AddTo(turns, "new", 1);
        var slow = turns.Take()!;
        Assert.True(turns.MayStep(slow));
        turns.End(slow, TimeSpan.FromSeconds(90), isMore: true);
        time.Elapsed = TimeSpan.FromSeconds(90);

        var rest = new List<(string Account, bool HasBegun, bool May)>();
        while (turns.Take() is { } turn)
        {
            rest.Add((turn.Scope.AccountId, turn.HasBegun, turns.MayStep(turn)));
            turns.End(turn, TimeSpan.Zero, isMore: false);
        }

        Assert.Equal([("new", false, true), ("slow", false, false), ("slow", true, false)], rest);
    }

    private static void AddTo(CaptureTurns turns, string account, int enis)
    {
        for (var i = 0; i < enis; i++)
            turns.Add(new EniTurn(new Scope(account, "cn-hangzhou"), null!));
    }
}
