namespace FlowLog.Reports;

/// <summary>How many different values the registers of a HyperLogLog have seen, by Ertl's estimator, which needs no correction at either end (arXiv 1702.01284).</summary>
internal static class RegisterEstimate
{
    private const double Alpha = 0.5 / 0.69314718055994530942;

    /// <param name="counts">How many registers have rank 0 (nothing was seen), 1 and so on; the last is the highest that a rank can be.</param>
    public static long Of(ReadOnlySpan<int> counts)
    {
        var registers = 0.0;
        foreach (var count in counts)
            registers += count;
        var sum = registers * Tau(1 - (counts[^1] / registers));
        for (var rank = counts.Length - 2; rank >= 1; rank--)
            sum = 0.5 * (sum + counts[rank]);
        sum += registers * Sigma(counts[0] / registers);
        return (long)Math.Round(Alpha * registers * registers / sum);
    }

    private static double Sigma(double x)
    {
        if (x >= 1)
            return double.PositiveInfinity;
        var (y, z) = (1.0, x);
        for (var before = double.NaN; z != before;)
        {
            x *= x;
            before = z;
            z += x * y;
            y += y;
        }

        return z;
    }

    private static double Tau(double x)
    {
        if (x is 0 or 1)
            return 0;
        var (y, z) = (1.0, 1 - x);
        for (var before = double.NaN; z != before;)
        {
            x = Math.Sqrt(x);
            before = z;
            y *= 0.5;
            z -= (1 - x) * (1 - x) * y;
        }

        return z / 3;
    }
}
