namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>A time in which an interface was not observed.</summary>
/// <param name="From">Nanoseconds since 1970, inclusive.</param>
/// <param name="Until">Nanoseconds since 1970, exclusive.</param>
/// <param name="Reason">For people.</param>
internal readonly record struct Absence(long From, long Until, string Reason)
{
    private const long Second = 1_000_000_000;

    /// <summary>Nanoseconds of it that fall into a time given in Unix seconds.</summary>
    public long Within(long start, long end) => Math.Max(0, Math.Min(Until, end * Second) - Math.Max(From, start * Second));
}
