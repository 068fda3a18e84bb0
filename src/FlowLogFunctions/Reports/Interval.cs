namespace FlowLogFunctions.Reports;

/// <summary>From and to, both included.</summary>
internal sealed record Interval(long Low, long High)
{
    /// <summary>Standard errors on either side within which 95 % of a normal distribution lies.</summary>
    private const double Errors95 = 1.96;

    /// <summary>The interval around an estimate; null for a sum that is exact.</summary>
    public static Interval? Of(long estimate, double variance)
    {
        if (variance <= 0)
            return null;
        var error = Errors95 * Math.Sqrt(variance);
        return new((long)Math.Max(0, Math.Floor(estimate - error)), (long)Math.Ceiling(estimate + error));
    }
}
