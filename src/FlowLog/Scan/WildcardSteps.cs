namespace FlowLog.Scan;

/// <summary>
/// A word with wildcards as a machine whose state is a set of bits: bit n says that the first n letters of the pattern have been met.
/// A text is gone through once, however many <c>*</c> there are.
/// </summary>
internal sealed class WildcardSteps
{
    private const int AsciiLetters = 128;

    private readonly char[] _letters;
    private readonly UInt128 _any;
    private readonly UInt128 _stars;
    private readonly UInt128[] _ascii = new UInt128[AsciiLetters];

    public WildcardSteps(string pattern)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pattern.Length, WordPattern.MostLetters);
        _letters = [.. pattern.Where((letter, at) => letter != '*' || at == 0 || pattern[at - 1] != '*').Select(char.ToUpperInvariant)];
        _any = PlacesOf('?');
        _stars = PlacesOf('*');
        for (var letter = '\0'; letter < AsciiLetters; letter++)
            _ascii[letter] = Steps(char.ToUpperInvariant(letter));
        Begin = Closed(1);
    }

    /// <summary>Nothing can be met any more.</summary>
    public static UInt128 None => 0;

    /// <summary>Before the first letter of a text.</summary>
    public UInt128 Begin { get; }

    /// <summary>The state behind another letter of a text.</summary>
    public UInt128 After(UInt128 state, char letter)
    {
        var steps = letter < AsciiLetters ? _ascii[letter] : Steps(char.ToUpperInvariant(letter));
        return Closed(((state & steps) << 1) | (state & _stars));
    }

    /// <summary>Whether the whole pattern has been met.</summary>
    public bool IsEnd(UInt128 state) => (state >> _letters.Length & 1) != 0;

    /// <summary>A <c>*</c> may stand for nothing.</summary>
    private UInt128 Closed(UInt128 state) => state | ((state & _stars) << 1);

    private UInt128 Steps(char letter) => _any | (letter is '*' or '?' ? 0 : PlacesOf(letter));

    private UInt128 PlacesOf(char letter)
    {
        UInt128 places = 0;
        for (var place = 0; place < _letters.Length; place++)
            places |= _letters[place] == letter ? UInt128.One << place : 0;
        return places;
    }
}
