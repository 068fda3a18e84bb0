using System.CommandLine;
using System.CommandLine.Parsing;

namespace FlowLog.Cli.Times;

/// <summary>A time range in the words of all verbs that take one.</summary>
internal static class TimeOptions
{
    public static readonly Option<string?> From = new("--from") { Description = $"Start: {TimeText.Expected}.", HelpName = "TIME" };

    public static readonly Option<string?> To = new("--to") { Description = "End, which is not included; now if it is left out.", HelpName = "TIME" };

    public static readonly Option<string?> Last = new("--last") { Description = "In place of --from, so long before the end: 15m, 1h, 7d.", HelpName = "SPAN" };

    public static IEnumerable<Option> All => [From, To, Last];

    static TimeOptions()
    {
        From.Validators.Add(RequireTime);
        To.Validators.Add(RequireTime);
        Last.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && !TimeText.TryParseSpan(text, out _))
                result.AddError($"--last {text}: must be {TimeText.ExpectedSpan}.");
            if (result.GetResult(From) is { Implicit: false })
                result.AddError("--last: does not go with --from.");
        });
        Last.CompletionSources.Add("15m", "1h", "1d", "7d");
        From.CompletionSources.Add("-15m", "-1h", "-1d", "-7d");
    }

    /// <summary>The range in Unix seconds, start inclusive, end exclusive; null where the command line does not say.</summary>
    /// <exception cref="Failure">It does not start before it ends.</exception>
    public static (long? From, long? To) Of(ParseResult parsed, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var (from, to) = (Of(parsed.GetValue(From), now), Of(parsed.GetValue(To), now));
        if (parsed.GetValue(Last) is { } last && TimeText.TryParseSpan(last, out var span))
            from = Math.Max(0, (to ?? now.ToUnixTimeSeconds()) - span);
        if (from >= (to ?? long.MaxValue))
            throw new Failure("--from: must be before --to");
        return (from, to);
    }

    private static long? Of(string? text, DateTimeOffset now) => text is not null && TimeText.TryParse(text, now, out var seconds) ? seconds : null;

    private static void RequireTime(OptionResult result)
    {
        // How far back relative times reach depends on now, but not whether they are times.
        if (result.GetValueOrDefault<string>() is { } text && !TimeText.TryParse(text, DateTimeOffset.FromUnixTimeSeconds(1L << 37), out _))
            result.AddError($"{result.Option.Name} {text}: must be {TimeText.Expected}.");
    }
}
