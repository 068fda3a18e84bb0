using FlowLog.Benchmarks.Measuring;

namespace FlowLog.Benchmarks.Querying;

/// <summary>How long a question took an engine, and what it answered.</summary>
/// <param name="Milliseconds">Of each run that counts.</param>
/// <param name="Answer">The first row, as text; null if it was not looked at.</param>
internal sealed record QueryTimes(Figures Milliseconds, string? Answer)
{
    /// <summary>Millions of records a second, by the median.</summary>
    public string Rate(long records) => Figures.Text(records / Milliseconds.Median / 1000);
}
