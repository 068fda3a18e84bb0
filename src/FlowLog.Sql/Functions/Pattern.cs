using System.Text.RegularExpressions;

namespace FlowLog.Sql.Functions;

/// <summary>A regular expression, matched in a time that grows with the text only: without looking around or back.</summary>
internal sealed class Pattern
{
    /// <summary>Characters of a pattern.</summary>
    private const int Longest = 1_000;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    /// <exception cref="InvalidValueException">It is no pattern, or not one of these.</exception>
    public Pattern(string text)
    {
        if (text.Length > Longest)
            throw new InvalidValueException($"a pattern has at most {Longest} characters");
        if (Repetitions.Of(text) > Repetitions.Most)
            throw new InvalidValueException($"a pattern repeats at most {Repetitions.Most} times in all");
        try
        {
            Regex = new(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, MostTime);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new InvalidValueException(exception.Message.TrimEnd('.'));
        }
    }

    public Regex Regex { get; }
}
