namespace FlowLogFunctions.Hosting;

/// <summary>Rules of texts that several requests share. A character is a Unicode scalar value.</summary>
internal static class Texts
{
    public static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>What is wrong with a text's length; null if nothing is.</summary>
    public static string? LengthComplaint(string text, int least, int most) => Length(text) is var length && length >= least && length <= most
        ? null
        : FormattableString.Invariant($"has {length} characters; it must have {least} to {most}.");

    public static bool IsLink(string text) => IsAt(text, 0);

    public static bool HoldsLink(string text) => Enumerable.Range(0, text.Length).Any(at => IsAt(text, at));

    private static bool IsAt(string text, int at) =>
        text.AsSpan(at).StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.AsSpan(at).StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
