using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Search;

/// <summary>Texts: every word of the value is looked for.</summary>
internal sealed class TextTerms(FlowField field, string name) : FieldTerms(field, name)
{
    protected override string Content => "text";

    protected override string Example => "value";

    /// <summary>The words of a value, which blanks set apart.</summary>
    public static IReadOnlyList<WordPattern> Words(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => new WordPattern(word, hasWildcards: false))];

    protected override FlowPredicate Exactly(SearchToken value, SearchProblems problems) =>
        Joined.All([.. Words(value.Text).Select(word => new TextLike(Field, word))]);

    protected override FlowPredicate Like(SearchToken value, WordPattern pattern, SearchProblems problems) => new TextLike(Field, pattern);
}
