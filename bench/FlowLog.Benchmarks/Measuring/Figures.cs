using System.Globalization;

namespace FlowLog.Benchmarks.Measuring;

/// <summary>One quantity, measured several times.</summary>
/// <param name="values">In any order; at least one.</param>
internal sealed class Figures(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public int Runs => _sorted.Length;

    public double Least => _sorted[0];

    public double Greatest => _sorted[^1];

    /// <summary>The middle value; the mean of the middle two of an even number.</summary>
    public double Median => (_sorted[(Runs - 1) / 2] + _sorted[Runs / 2]) / 2;

    /// <summary>Median, least, greatest and number of runs as cells of a <see cref="Table"/>, under these heads.</summary>
    public string[] Cells => [Text(Median), Text(Least), Text(Greatest), Runs.ToString(CultureInfo.InvariantCulture)];

    public static string[] Heads => ["median", "least", "greatest", "runs"];

    public Figures Select(Func<double, double> of) => new(_sorted.Select(of));

    /// <summary>Three digits or more.</summary>
    public static string Text(double value) => value.ToString(
        Math.Abs(value) switch { >= 100 => "N0", >= 10 => "N1", >= 1 => "N2", _ => "N3" }, CultureInfo.InvariantCulture);

    /// <summary>How many times the other's median this one's is.</summary>
    public string RatioTo(Figures other) => string.Create(CultureInfo.InvariantCulture, $"{Median / other.Median:0.00}");
}
