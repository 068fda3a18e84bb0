using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Search;

/// <summary>Fields that hold one of a few names.</summary>
internal sealed class NameTerms(FlowField field, string name) : FieldTerms(field, name)
{
    protected override string Content => "one of " + string.Join(", ", Field.Names.Where(known => known != FlowField.NoValue));

    protected override string Example => Field.Names[^1];

    /// <summary>The names that meet a pattern; null if none does.</summary>
    public static FlowPredicate? Of(FlowField field, WordPattern pattern)
    {
        var numbers = Enumerable.Range(0, field.Names.Count).Where(number => field.Names[number] != FlowField.NoValue && pattern.IsAllOf(field.Names[number]));
        return numbers.Select(number => (long)number).ToList() is { Count: > 0 } found ? FlowPredicate.In(field, found) : null;
    }

    protected override FlowPredicate Exactly(SearchToken value, SearchProblems problems) =>
        Like(value, new(value.Text.Trim(), hasWildcards: false), problems);

    protected override FlowPredicate Like(SearchToken value, WordPattern pattern, SearchProblems problems) =>
        Of(Field, pattern) ?? problems.Add(SearchCodes.UnknownName, value, $"{value} is no value of {Name}, which is {Content}.");
}
