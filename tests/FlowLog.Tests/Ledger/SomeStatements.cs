using FlowLog.Chunks;
using FlowLog.Ledger;

namespace FlowLog.Tests.Ledger;

/// <summary>Statements as batches make them, of random content.</summary>
internal static class SomeStatements
{
    private const long Hour = 1_767_225_600;

    public static IReadOnlyList<BatchStatement> Random(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => One(random))];
    }

    public static BatchStatement One(Random random)
    {
        var from = Hour + random.Next(3600);
        var step = new BatchStep(
            from, from + random.Next(Math.Min(600, 3600 - (int)(from - Hour)) + 1), random.Next(2) == 0 ? 60 : 600, from - random.Next(100_000),
            from + random.Next(1000) - 100, random.Next(9), 0, random.Next(3) == 0 ? "session-ü" : "");
        if (random.Next(2) == 0)
            step = step with { Parts = step.Part + 1 };
        var eni = $"eni-bp1{random.Next(3):D5}";
        return new()
        {
            BatchId = $"{eni}-{random.Next(1000):D8}-{step.Part:D4}",
            EniId = eni,
            Step = step,
            Windows = Windows(random, from),
            FlowLogs = [.. Enumerable.Range(0, random.Next(4)).Select(i => new FlowLogShare($"fl-bp1{i}", random.Next(5000), random.NextInt64(), from + random.Next(60)))],
        };
    }

    private static List<StatedTime> Windows(Random random, long from)
    {
        var windows = new List<StatedTime>();
        for (var left = random.Next(5); left > 0; left--)
        {
            from += random.Next(3) * 60;
            var state = (MinuteState)random.Next((int)MinuteState.NoTraffic, (int)MinuteState.Skipped + 1);
            windows.Add(new(
                from, from + 60, state, state == MinuteState.Sampled ? random.Next(2, 1000) : 0,
                state == MinuteState.Skipped ? $"the ENI has no traffic source {random.Next(2)} – é" : ""));
            from += 60;
        }

        return windows;
    }
}
