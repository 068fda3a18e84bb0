using System.Globalization;

namespace FlowLogFunctions.Soak.Tests;

/// <summary>How long, and in which order.</summary>
internal static class Setting
{
    private const int DefaultSeed = 20261129;
    private const int LongMinutes = 60;

    /// <summary>Minutes for which disturbances go on, beside each of them once: none, 60 in long runs, or what FLOWLOG_SOAK_MINUTES says.</summary>
    public static int Minutes { get; } =
        Number("FLOWLOG_SOAK_MINUTES") ?? (Environment.GetEnvironmentVariable("FLOWLOG_LONG") == "1" ? LongMinutes : 0);

    /// <summary>What dice begin with; FLOWLOG_SOAK_SEED chooses another one.</summary>
    public static int Seed { get; } = Number("FLOWLOG_SOAK_SEED") ?? DefaultSeed;

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
