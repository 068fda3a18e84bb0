using FlowLog.Ledger;

namespace FlowLog.Tests.Ledger;

public class EniHourTests
{
    private const long Hour = LedgerSchedule.Hour;

    [Fact]
    public void RandomSchedules_GiveEachMinuteTheStateOfTheModel()
    {
        for (var seed = 1; seed <= 2_000; seed++)
        {
            var random = new Random(seed);
            var schedule = LedgerSchedule.Random(random);
            var rules = new LedgerRules(Hour + random.Next(60, 6000), 95, 900);
            var hour = new EniHour(Hour, schedule.Entries(random), rules);

            var minutes = hour.Minutes(hour.Claims, [], null);

            Assert.True(
                Enumerable.Range(0, 60).Select(minute => schedule.Expected(minute, rules)).SequenceEqual(States(minutes)),
                $"seed {seed}: {string.Join(' ', Enumerable.Range(0, 60).Select(minute => $"{minute}:{schedule.Expected(minute, rules)}/{States(minutes)[minute]}"))}");
        }
    }

    [Fact]
    public void RunsAreWholeMinutesWithoutGap()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            var minutes = new EniHour(Hour, LedgerSchedule.Random(random).Entries(random), new(Hour + 4000, 95, 900)).Minutes([], [], null);

            Assert.Equal((Hour, Hour + 3600), (minutes[0].From, minutes[^1].Until));
            Assert.All(minutes.Zip(minutes.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
            Assert.All(minutes.Zip(minutes.Skip(1)), pair => Assert.False(pair.First.SaysAs(pair.Second)));
        }
    }

    [Fact]
    public void AfterTheLastStep_IsPendingThenLate()
    {
        var rules = new LedgerRules(Hour + (10 * 60) + 5, 95, 900);

        var minutes = new EniHour(Hour, [], rules).Minutes([], [new(Hour + 120, long.MaxValue, 60)], null);

        Assert.Equal([MinuteState.NotLogged, MinuteState.NotLogged], States(minutes)[..2]);
        Assert.All(States(minutes)[2..8], state => Assert.Equal(MinuteState.Late, state));
        Assert.Equal([MinuteState.Pending, MinuteState.Pending, MinuteState.Pending, MinuteState.NotLogged], States(minutes)[8..12]);
    }

    [Fact]
    public void LongWindowThatIsOpen_IsPendingFromItsStart()
    {
        var minutes = new EniHour(Hour, [], new(Hour + (19 * 60), 95, 900)).Minutes([], [new(Hour, long.MaxValue, 600)], Hour + 600);

        Assert.All(States(minutes)[..10], state => Assert.Equal(MinuteState.NotLogged, state));
        Assert.All(States(minutes)[10..19], state => Assert.Equal(MinuteState.Pending, state));
    }

    [Fact]
    public void HourWithoutAnything_IsLostWhereALaterStepClaimsIt()
    {
        var rules = new LedgerRules(Hour + 9000, 95, 900);

        var minutes = new EniHour(Hour, [], rules).Minutes([new(Hour + 1800, long.MaxValue, Hour + 3700)], [], null);

        Assert.All(States(minutes)[..30], state => Assert.Equal(MinuteState.NotLogged, state));
        Assert.All(States(minutes)[30..], state => Assert.Equal(MinuteState.Lost, state));
    }

    [Fact]
    public void AnotherReadersParts_DoNotCompleteAStep_TheirOwnDo()
    {
        BatchStatement Part(string reader, int part, int parts, MinuteState state) => new()
        {
            BatchId = $"eni-1-00000001-{reader}-{part:D4}",
            EniId = "eni-1",
            Step = new(Hour, Hour + 60, 60, Hour, Hour + 70, part, parts, reader),
            Windows = [new(Hour, Hour + 60, state)],
        };
        var rules = new LedgerRules(Hour + 3000, 95, 900);

        var cut = new EniHour(Hour, [new(Part("a", 0, 0, MinuteState.Observed), false), new(Part("b", 1, 2, MinuteState.Observed), false)], rules);
        var whole = new EniHour(Hour, [new(Part("a", 0, 0, MinuteState.Observed), false), new(Part("b", 0, 1, MinuteState.Skipped), false)], rules);

        Assert.Equal(MinuteState.Lost, States(cut.Minutes([], [], null))[0]);
        Assert.Equal(MinuteState.Skipped, States(whole.Minutes([], [], null))[0]);
    }

    [Fact]
    public void Totals_CountMinutesAndShare()
    {
        var totals = new EniMinutes();
        totals.Add(new(0, 180, MinuteState.Observed));
        totals.Add(new(180, 240, MinuteState.Lost));
        totals.Add(new(240, 2400, MinuteState.NotLogged));

        Assert.Equal((3, 4, 0.75), (totals.Complete, totals.Asked, totals.Share));
        Assert.Null(new EniMinutes().Share);
    }

    private static List<MinuteState> States(IReadOnlyList<StatedTime> runs) =>
        [.. runs.SelectMany(run => Enumerable.Repeat(run.State, (int)(run.Until - run.From) / 60))];
}
