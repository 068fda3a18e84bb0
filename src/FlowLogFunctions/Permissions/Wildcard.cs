namespace FlowLogFunctions.Permissions;

/// <summary>Patterns in which <c>*</c> stands for any letters, also none, and <c>?</c> for one.</summary>
internal static class Wildcard
{
    /// <summary>Takes at most the product of both lengths, whatever the pattern.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, bool ignoreCase = false)
    {
        var (at, from) = (0, 0);
        // Where the last star was, and how far it reached: on a mismatch it takes one letter more.
        var (star, reached) = (-1, 0);
        while (from < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, reached) = (at++, from);
            }
            else if (at < pattern.Length && (pattern[at] == '?' || IsSame(pattern[at], text[from], ignoreCase)))
            {
                at++;
                from++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                from = ++reached;
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].Trim('*').IsEmpty;
    }

    private static bool IsSame(char one, char other, bool ignoreCase) =>
        one == other || (ignoreCase && char.ToLowerInvariant(one) == char.ToLowerInvariant(other));
}
