using System.Buffers;
using FlowLog.Flows;

namespace FlowLog.Query.Search;

/// <summary>How far a word without quotes goes. A colon ends it, but belongs to an IPv6 address and to a time.</summary>
internal static class SearchWords
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("()[]\"'<>=,|");
    private static readonly SearchValues<char> AddressLetters = SearchValues.Create("0123456789abcdefABCDEF:./*?");

    /// <summary>A length of 0 says that a sign stands there.</summary>
    /// <param name="isValue">Whether a colon or a comparison stands before it.</param>
    public static int LengthAt(string text, int start, bool isValue)
    {
        var length = Length(text.AsSpan(start));
        var word = text.AsSpan(start, length);
        var colon = word.IndexOf(':');
        if (colon < 0 || IsAddress(word, isValue) || IsTime(word))
            return length;
        return colon;
    }

    private static int Length(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && !IsEnd(text[length..]))
            length++;
        return length;
    }

    private static bool IsEnd(ReadOnlySpan<char> text) => char.IsWhiteSpace(text[0]) || Signs.Contains(text[0]) || text is ['!', '=', ..];

    /// <summary>A value may be a wrong address too, which is told of later. No key has a digit and else only letters of addresses.</summary>
    private static bool IsAddress(ReadOnlySpan<char> word, bool isValue)
    {
        const int mostLetters = 64;
        if (word.Length > mostLetters || word.ContainsAnyExcept(AddressLetters))
            return false;
        if (isValue)
            return true;
        if (word.ContainsAny('*', '?'))
            return word.Count(':') > 1 || word[..word.IndexOf(':')].ContainsAnyInRange('0', '9');
        return word.Count(':') > 1 && (word.Contains('/') || IpAddress.TryParse(word.ToString(), out _));
    }

    /// <summary>The beginning of a date, a T and the hour.</summary>
    private static bool IsTime(ReadOnlySpan<char> word) =>
        word is [_, _, _, _, '-', _, _, '-', _, _, 'T' or 't', _, _, ':', ..] && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[12]);
}
