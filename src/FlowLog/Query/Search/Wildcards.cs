using System.Diagnostics.CodeAnalysis;
using FlowLog.Scan;

namespace FlowLog.Query.Search;

/// <summary>Words with <c>*</c> and <c>?</c>.</summary>
internal static class Wildcards
{
    public static bool TryRead(SearchToken word, SearchProblems problems, [NotNullWhen(true)] out WordPattern? pattern)
    {
        pattern = null;
        if (word.Text[0] is '*' or '?')
            problems.Add(SearchCodes.InvalidWildcard, word, $"{word} begins with a wildcard; * and ? can stand within a word and at its end. In quotes they stand for themselves.");
        else if (word.Length > WordPattern.MostLetters)
            problems.Add(SearchCodes.InvalidWildcard, word, $"A word with * or ? has at most {WordPattern.MostLetters} letters; this one has {word.Length}.");
        else
            pattern = new(word.Text, hasWildcards: true);
        return pattern is not null;
    }
}
