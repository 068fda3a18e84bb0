using System.Buffers;

namespace FlowLog.Scan;

/// <summary>
/// A word to look for, in either case: as it is, or with <c>*</c> for any letters and <c>?</c> for one. In a text it is found as the
/// whole, or as a part with nothing or a delimiter before and behind it.
/// </summary>
public sealed class WordPattern
{
    /// <summary>Letters of a word with <c>*</c> or <c>?</c>: a bit each in a machine word.</summary>
    public const int MostLetters = 64;

    /// <summary>What stands between words, as in Log Service's index.</summary>
    private static readonly SearchValues<char> Delimiters = SearchValues.Create(", '\";=()[]{}?@&<>/:\n\t\r");

    private readonly WildcardSteps? _steps;

    /// <param name="text">At least a letter; of a word with wildcards, at most <see cref="MostLetters"/>.</param>
    /// <param name="hasWildcards">Whether <c>*</c> and <c>?</c> stand for other letters, or for themselves.</param>
    public WordPattern(string text, bool hasWildcards)
    {
        Text = text;
        if (hasWildcards && text.AsSpan().ContainsAny('*', '?'))
            _steps = new(text);
    }

    public string Text { get; }

    /// <summary>Whether the whole of a text is meant.</summary>
    public bool IsAllOf(ReadOnlySpan<char> text)
    {
        if (_steps is null)
            return text.Equals(Text, StringComparison.OrdinalIgnoreCase);
        var state = _steps.Begin;
        foreach (var letter in text)
        {
            state = _steps.After(state, letter);
            if (state == 0)
                return false;
        }

        return _steps.IsEnd(state);
    }

    /// <summary>Whether a text has it, as the whole or as a part between delimiters.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => _steps is null ? HasText(text) : HasMatch(_steps, text);

    public override string ToString() => Text;

    private bool HasText(ReadOnlySpan<char> text)
    {
        for (var from = 0; from <= text.Length - Text.Length; from++)
        {
            var found = text[from..].IndexOf(Text, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
                return false;
            from += found;
            if (IsBound(text, from) && IsBound(text, from + Text.Length))
                return true;
        }

        return false;
    }

    private static bool HasMatch(WildcardSteps steps, ReadOnlySpan<char> text)
    {
        var state = WildcardSteps.None;
        for (var place = 0; place < text.Length; place++)
        {
            if (IsBound(text, place))
                state |= steps.Begin;
            state = steps.After(state, text[place]);
            if (steps.IsEnd(state) && IsBound(text, place + 1))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word may begin or end between two letters.</summary>
    private static bool IsBound(ReadOnlySpan<char> text, int place) =>
        place == 0 || place == text.Length || Delimiters.Contains(text[place - 1]) || Delimiters.Contains(text[place]);
}
