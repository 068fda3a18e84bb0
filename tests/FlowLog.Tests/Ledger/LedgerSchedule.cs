using FlowLog.Ledger;

namespace FlowLog.Tests.Ledger;

/// <summary>What becomes of a part of a step.</summary>
internal enum PartFate
{
    Arrived,
    Vanished,
    Poisoned,
    PoisonedAndRedriven,
}

/// <summary>A part of a step with the minutes that its rows say something of.</summary>
internal sealed record ScheduledPart(PartFate Fate, IReadOnlyList<(int Minute, MinuteState State)> Said)
{
    public bool IsThere => Fate != PartFate.Vanished;

    public bool IsLost => Fate == PartFate.Poisoned;
}

/// <summary>A step of whole minutes of an hour; <paramref name="Since"/> is the minute since when steps have followed one another.</summary>
internal sealed record ScheduledStep(int From, int Until, int Since, IReadOnlyList<ScheduledPart> Parts);

/// <summary>An hour of one ENI as it might go, and what a reader is to make of it.</summary>
internal sealed class LedgerSchedule
{
    public const long Hour = 1_767_225_600;

    private const int Minutes = 60;

    private LedgerSchedule(IReadOnlyList<ScheduledStep> steps) => Steps = steps;

    public IReadOnlyList<ScheduledStep> Steps { get; }

    public static LedgerSchedule Random(Random random)
    {
        var steps = new List<ScheduledStep>();
        var (minute, since) = (random.Next(5), -1);
        while (minute < Minutes)
        {
            if (random.Next(8) == 0)
                (minute, since) = (minute + random.Next(1, 6), -1);
            var until = Math.Min(Minutes, minute + random.Next(1, 6));
            if (minute >= until)
                break;
            since = since < 0 ? minute : since;
            steps.Add(new(minute, until, since, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Part(random, minute, until))]));
            minute = until;
        }

        return new(steps);
    }

    /// <summary>What lies in the Logstore, in a random order, some of it twice.</summary>
    public IReadOnlyList<LedgerEntry> Entries(Random random)
    {
        var entries = new List<LedgerEntry>();
        for (var number = 0; number < Steps.Count; number++)
        {
            for (var part = 0; part < Steps[number].Parts.Count; part++)
            {
                var (fate, statement) = (Steps[number].Parts[part].Fate, Statement(number, part));
                if (fate is PartFate.Arrived or PartFate.PoisonedAndRedriven)
                    entries.AddRange(Enumerable.Repeat(new LedgerEntry(statement, IsLost: false), random.Next(1, 3)));
                if (fate is PartFate.Poisoned or PartFate.PoisonedAndRedriven)
                    entries.Add(new(statement, IsLost: true));
            }
        }

        return LedgerEntry.Distinct(entries.OrderBy(_ => random.Next()));
    }

    /// <summary>A minute's state, said in words: of the step that holds it, or of the hole that it lies in.</summary>
    public MinuteState Expected(int minute, LedgerRules rules)
    {
        var number = Enumerable.Range(0, Steps.Count).FirstOrDefault(i => Steps[i].From <= minute && minute < Steps[i].Until, -1);
        if (number < 0)
            return MinuteState.NotLogged;
        var step = Steps[number];
        if (step.Parts.All(part => part.IsThere))
            return step.Parts.SelectMany(part => part.Said.Where(said => said.Minute == minute).Select(said => part.IsLost ? MinuteState.Lost : said.State))
                .DefaultIfEmpty(MinuteState.Late).Max();
        if (step.Parts.Any(part => part.IsLost && part.Said.Any(said => said.Minute == minute)))
            return MinuteState.Lost;
        var proofs = step.Parts.Any(part => part.IsThere)
            ? [number]
            : Enumerable.Range(0, Steps.Count).Where(i => i > number && Steps[i].Since == step.Since && Steps[i].Parts.Any(part => part.IsThere)).ToList();
        if (proofs.Count == 0)
            return MinuteState.NotLogged;
        return rules.Now - SentAt(proofs.Min()) > rules.LostAfterSeconds ? MinuteState.Lost : MinuteState.Late;
    }

    private long SentAt(int number) => Hour + (Steps[number].Until * 60) + 10;

    private BatchStatement Statement(int number, int part)
    {
        var step = Steps[number];
        var isLast = part == step.Parts.Count - 1;
        return new()
        {
            BatchId = $"eni-1-{number:D8}-{part:D4}",
            EniId = "eni-1",
            Step = new(At(step.From), At(step.Until), 60, At(step.Since), SentAt(number), part, isLast ? part + 1 : 0, ""),
            Windows = [.. step.Parts[part].Said.Select(said => new StatedTime(At(said.Minute), At(said.Minute + 1), said.State, said.State == MinuteState.Sampled ? 10 : 0))],
        };
    }

    private static long At(int minute) => Hour + (minute * 60);

    private static ScheduledPart Part(Random random, int from, int until)
    {
        var fate = random.Next(10) switch { 0 => PartFate.Vanished, 1 => PartFate.Poisoned, 2 => PartFate.PoisonedAndRedriven, _ => PartFate.Arrived };
        var said = Enumerable.Range(from, until - from).Where(_ => random.Next(3) > 0)
            .Select(minute => (minute, (MinuteState)random.Next((int)MinuteState.NoTraffic, (int)MinuteState.Skipped + 1)));
        return new(fate, [.. said]);
    }
}
