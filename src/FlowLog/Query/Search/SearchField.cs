using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Search;

/// <summary>What a key of a search stands for: a field, or one of two.</summary>
internal sealed class SearchField
{
    private readonly FieldTerms[] _terms;

    private SearchField(string name, params IEnumerable<FlowField> fields) =>
        (Name, _terms) = (name, [.. fields.Select(field => FieldTerms.Of(field, name))]);

    /// <summary>Every name that a key may have, with hyphens.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. FlowFields.All.Select(field => field.Name), .. SearchKeys.All.Select(key => key.Name)];

    /// <summary>As it was written, for messages.</summary>
    public string Name { get; }

    /// <summary>Whether a value may be several names with commas.</summary>
    public bool TakesCommas => _terms is [FlagTerms];

    /// <summary>The field of a name in either case, with hyphens or underscores. One that is not known is a problem, and takes any value.</summary>
    public static SearchField Find(SearchToken key, SearchProblems problems)
    {
        var fields = FieldsOf(key.Text.ToLowerInvariant());
        if (fields.Count == 0)
            problems.Add(SearchCodes.UnknownField, key, $"There is no field {key}; {NearestNames.Of(key.Text, Names)}.");
        return new(fields.Count == 0 ? "it" : key.Text, fields);
    }

    public FlowPredicate Equal(SearchToken value, SearchProblems problems) => Any(terms => terms.Equal(value, problems));

    /// <param name="sign">One of less and greater.</param>
    public FlowPredicate Compare(SearchToken sign, SearchToken value, SearchProblems problems) => Any(terms => terms.Compare(sign, value, problems));

    public FlowPredicate Range(SearchRange range, SearchProblems problems) => Any(terms => terms.Range(range, problems));

    private static IReadOnlyList<FlowField> FieldsOf(string name)
    {
        if (SearchKeys.Find(name) is { } key)
            return key.Fields;
        return (FlowFields.Find(name) ?? FlowFields.Find(name.Replace('-', '_'))) is { } field ? [field] : [];
    }

    private FlowPredicate Any(Func<FieldTerms, FlowPredicate> term) => Joined.Any([.. _terms.Select(term)]);
}
