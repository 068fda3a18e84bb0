using System.Globalization;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Search;

/// <summary>A word, or words in quotes, without a key: looked for in every value of a record, as it is shown.</summary>
internal static class FullText
{
    public static FlowPredicate Of(SearchToken token, SearchProblems problems)
    {
        if (token is { Kind: SearchTokenKind.Word, Text: "*" })
            return FlowPredicate.All;
        if (token.HasWildcards)
            return Wildcards.TryRead(token, problems, out var pattern) ? Anywhere([pattern], Like(pattern)) : FlowPredicate.None;
        var words = TextTerms.Words(token.Text);
        if (words.Count == 0)
            return problems.Add(SearchCodes.EmptyText, token, "There is nothing between the quotes; a field without a value is found by key: \"\".");
        if (words is [var word] && AddressValue.IsWrongBlock(word.Text))
            return AddressValue.WrongBlock(token, problems);
        return Anywhere(words, words.Count == 1 ? Exactly(words[0]) : []);
    }

    /// <summary>Texts that have all words, and what else there is.</summary>
    private static IsMet Anywhere(IReadOnlyList<WordPattern> words, IEnumerable<FlowPredicate> others) => new(Joined.Any(
        [.. Of(FieldKind.Text).Select(field => Joined.All([.. words.Select(word => new TextLike(field, word))])), .. others]));

    private static IEnumerable<FlowPredicate> Exactly(WordPattern word)
    {
        if (AddressValue.TryRead(word.Text, out var block))
            return Of(FieldKind.Address).Select(field => FlowPredicate.Within(field, block));
        if (long.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && word.Text == number.ToString(CultureInfo.InvariantCulture))
            return Of(FieldKind.Number).Select(field => FlowPredicate.Equal(field, number));
        return Names(word);
    }

    private static IEnumerable<FlowPredicate> Like(WordPattern pattern)
    {
        var numbers = DigitPattern.IsOne(pattern.Text) ? Of(FieldKind.Number).Select(field => DigitPattern.Like(field, pattern)) : [];
        var addresses = AddressValue.IsPattern(pattern.Text) ? Of(FieldKind.Address).Select(field => AddressValue.Like(field, pattern)) : [];
        return [.. numbers, .. addresses, .. Names(pattern)];
    }

    private static IEnumerable<FlowPredicate> Names(WordPattern pattern) => Of(FieldKind.Name).Select(field => NameTerms.Of(field, pattern)).OfType<FlowPredicate>();

    private static IEnumerable<FlowField> Of(FieldKind kind) => FlowFields.All.Where(field => field.Kind == kind);
}
