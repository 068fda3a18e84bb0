using FlowLog.Ledger;

namespace FlowLog.Tests.Ledger;

public class CondensedHourTests
{
    private const long Hour = LedgerSchedule.Hour;

    [Fact]
    public void RandomSchedules_SayTheSameInFewer()
    {
        var condensed = 0;
        for (var seed = 1; seed <= 3_000; seed++)
        {
            var random = new Random(seed);
            var entries = seed % 2 == 0 ? LedgerSchedule.Random(random).Entries(random) : Gapless(random);
            var rules = new LedgerRules(Hour + random.Next(60, 9000), 95, 900);
            List<LedgerClaim> later = random.Next(2) == 0 ? [] : [new(Hour - random.Next(7200) + 3600, long.MaxValue, Hour + random.Next(9000))];
            List<CoveredSpan> covered = random.Next(2) == 0 ? [] : [new(Hour - 600 + random.Next(3000), Hour + random.Next(9000), 60)];

            var few = CondensedHour.Of(Hour, entries);
            var (before, after) = (new EniHour(Hour, entries, rules), new EniHour(Hour, few, rules));

            condensed += few.Count < entries.Count ? 1 : 0;
            Assert.Equal(before.LastUntil, after.LastUntil);
            Assert.Equal(
                before.Minutes([.. before.Claims, .. later], covered, before.LastUntil), after.Minutes([.. after.Claims, .. later], covered, after.LastUntil));
            Assert.Equal(Earlier(before), Earlier(after));
        }

        Assert.True(condensed > 100, $"only {condensed} were condensed");
    }

    [Fact]
    public void HourWithoutAGap_IsOneStatement()
    {
        var steps = Enumerable.Range(0, 60).Select(minute => Step(Hour + (minute * 60), coveredSince: Hour - 86_400)).ToList();

        var entry = Assert.Single(CondensedHour.Of(Hour, steps));

        Assert.Equal((Hour, Hour + 3600, Hour - 86_400), (entry.Statement.Step.From, entry.Statement.Step.Until, entry.Statement.Step.CoveredSince));
        Assert.Equal([new StatedTime(Hour, Hour + 3600, MinuteState.Observed)], entry.Statement.Windows);
        Assert.Equal(entry.Statement.Step, StatementCodec.Decode(StatementCodec.Encode([entry.Statement]))[0].Step);
    }

    [Fact]
    public void MissingStep_LeavesAllAsTheyAre()
    {
        List<LedgerEntry> steps = [.. Enumerable.Range(0, 60).Where(minute => minute != 7).Select(minute => Step(Hour + (minute * 60), Hour))];

        Assert.Equal(steps, CondensedHour.Of(Hour, steps));
    }

    /// <summary>Steps of one or several parts and readers that follow one another, of a part of the hour.</summary>
    private static List<LedgerEntry> Gapless(Random random)
    {
        var entries = new List<LedgerEntry>();
        var (from, since) = (Hour + random.Next(600), random.Next(3) == 0 ? Hour : Hour - random.Next(9000));
        while (from < Hour + 3600 && entries.Count < 200)
        {
            var until = Math.Min(Hour + 3600, from + random.Next(1, 900));
            var parts = random.Next(1, 4);
            for (var part = 0; part < parts; part++)
            {
                var step = Step(from, Math.Min(from, since)).Statement;
                entries.Add(new(
                    step with
                    {
                        BatchId = $"eni-1-{from:D12}-{part}",
                        Step = step.Step with { Until = until, Part = part, Parts = part == parts - 1 ? parts : 0, PlannedAt = until + random.Next(400) },
                        Windows = random.Next(4) == 0 ? [] : [new(from, from + random.Next(1, (int)(until - from) + 1), (MinuteState)random.Next((int)MinuteState.NoTraffic, (int)MinuteState.Skipped))],
                    },
                    false));
            }

            from = until;
        }

        return [.. entries.OrderBy(_ => random.Next())];
    }

    /// <summary>What the hour says of hours before it: by when all since a time was in the queue.</summary>
    private static List<(long From, long SentAt)> Earlier(EniHour hour) =>
        [.. hour.Claims.Where(claim => claim.From < Hour).GroupBy(claim => claim.From).Select(same => (same.Key, same.Min(claim => claim.SentAt))).Order()];

    private static LedgerEntry Step(long from, long coveredSince) => new(
        new BatchStatement
        {
            BatchId = $"eni-1-{from:D8}-0",
            EniId = "eni-1",
            Step = new(from, from + 60, 60, coveredSince, from + 70, 0, 1, ""),
            Windows = [new(from, from + 60, MinuteState.Observed)],
        },
        false);
}
