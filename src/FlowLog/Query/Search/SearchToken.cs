namespace FlowLog.Query.Search;

/// <summary>A piece of a search.</summary>
/// <param name="Offset">Where it begins, quotes included.</param>
/// <param name="Length">UTF-16 units that it takes in the text.</param>
/// <param name="Text">What it says: without quotes and their escapes.</param>
internal readonly record struct SearchToken(SearchTokenKind Kind, int Offset, int Length, string Text)
{
    private const int MostShown = 40;

    public int End => Offset + Length;

    /// <summary>Whether it can be a value, or be searched for.</summary>
    public bool IsText => Kind == SearchTokenKind.Quoted || (Kind == SearchTokenKind.Word && !IsKeyword);

    public bool IsComparison => Kind is >= SearchTokenKind.Less and <= SearchTokenKind.NotEqual;

    public bool HasWildcards => Kind == SearchTokenKind.Word && Text.AsSpan().ContainsAny('*', '?');

    private bool IsKeyword => Is("and") || Is("or") || Is("not");

    /// <summary>Whether it is a word without quotes, in either case.</summary>
    public bool Is(string word) => Kind == SearchTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>For messages.</summary>
    public override string ToString() => Kind == SearchTokenKind.End ? "the end of the search" : Quoted(Text);

    public static string Quoted(string text) => text.Length <= MostShown ? $"'{text}'" : $"'{text[..MostShown]}…'";
}
